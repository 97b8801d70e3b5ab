import { Crc32 } from '../evidence/crc32.ts'

const encoder = new TextEncoder()

/**
 * A checksum (CRC-32) of what a database keeps: of buffers their bytes, of all else its JSON. It tells damage of any one
 * byte, and no forgery. A value has the same one after it went through the database.
 */
export function checksumOf(value: unknown): number {
  const sum = new Crc32()
  const text = JSON.stringify(value, (_, each: unknown) => {
    if (!ArrayBuffer.isView(each)) return each instanceof Map ? [...each] : each
    sum.push(new Uint8Array(each.buffer, each.byteOffset, each.byteLength))
    return [each.constructor.name, each.byteLength]
  })
  sum.push(encoder.encode(text))
  return sum.value
}
