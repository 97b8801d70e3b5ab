/** Approximate size of a value in the database, in bytes: buffers exactly, strings and numbers by their length. */
export function byteCount(value: unknown): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return 8
  if (ArrayBuffer.isView(value)) return value.byteLength + 8
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + byteCount(each), 2)
  if (value instanceof Map) return byteCount([...value.entries()])
  return Object.entries(value).reduce((sum, [name, each]) => sum + byteCount(name) + byteCount(each), 2)
}
