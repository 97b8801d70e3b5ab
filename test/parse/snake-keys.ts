/** The same value with its names in snake_case: `limit5h` → `limit_5h`. */
export function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [snake(name), snakeKeys(item)]))
}

const snake = (name: string) =>
  name.replace(/[A-Z]|(?<=[a-z])\d/g, (char) => `_${char.toLowerCase()}`).replace(/_+/g, '_')
