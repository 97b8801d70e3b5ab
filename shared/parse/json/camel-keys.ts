/** No shape of Kimi's is deeper than this; below it names are left as they are, so that no input can exhaust the stack. */
const DEPTH = 12

const SNAKE = /^[a-z0-9]+(?:_[a-z0-9]+)+$/
const CACHE_LIMIT = 2_000
const cache = new Map<string, string>()

/**
 * `limit_month_total` → `limitMonthTotal`. The gateway takes and gives both spellings (docs/kimi.md#ratio-pools,
 * #keys-and-devices), so schemas know the camelCase one only; this is the one place that says they are the same name.
 */
export function camelKey(name: string): string {
  if (!SNAKE.test(name)) return name
  const known = cache.get(name)
  if (known !== undefined) return known
  if (cache.size >= CACHE_LIMIT) cache.clear()
  const camel = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  cache.set(name, camel)
  return camel
}

/**
 * The same value with every name in camelCase. Where an object has both spellings of one name, the camelCase one is
 * kept, whatever their order.
 */
export function camelKeys(value: unknown, depth = DEPTH): unknown {
  if (depth === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => camelKeys(item, depth - 1))
  // The camelCase spelling sorts last, and the last entry of a name wins. fromEntries, because `__proto__` may be a name.
  const entries = Object.entries(value).toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, item]) => [camelKey(name), camelKeys(item, depth - 1)]))
}

const rank = (name: string) => (name === camelKey(name) ? 1 : 0)
