/** About how many bytes a value takes in the database: buffers as they are, texts and numbers by their length. */
export function byteCount(value: unknown): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return 8
  if (ArrayBuffer.isView(value)) return value.byteLength + 8
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + byteCount(each), 2)
  if (value instanceof Map) return byteCount([...value.entries()])
  return Object.entries(value).reduce((sum, [name, each]) => sum + byteCount(name) + byteCount(each), 2)
}
