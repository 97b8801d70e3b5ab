/** The checksum that gzip and zip keep of what they packed (CRC-32 of RFC 1952), over bytes that come in pieces. */
export class Crc32 {
  private state = 0xffffffff
  /** Bytes so far. */
  length = 0

  push(bytes: Uint8Array): void {
    let state = this.state
    for (const byte of bytes) state = (state >>> 8) ^ (TABLE[(state ^ byte) & 0xff] ?? 0)
    this.state = state
    this.length += bytes.length
  }

  /** Unsigned, of all bytes so far. */
  get value(): number {
    return ~this.state >>> 0
  }
}

const POLYNOMIAL = 0xedb88320
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? POLYNOMIAL ^ (rest >>> 1) : rest >>> 1
  return rest
})
