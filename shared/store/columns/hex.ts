const DIGITS = '0123456789abcdef'
const valueOf = new Uint8Array(256)
for (let value = 0; value < DIGITS.length; value += 1) valueOf[DIGITS.charCodeAt(value)] = value

/** Writes the 32 hex digits of `text` from `start` on as 16 bytes into `bytes` at `offset`. */
export function bytesOfHex(text: string, start: number, bytes: Uint8Array, offset: number): void {
  for (let i = 0; i < 16; i += 1) {
    const high = valueOf[text.charCodeAt(start + 2 * i)] ?? 0
    const low = valueOf[text.charCodeAt(start + 2 * i + 1)] ?? 0
    bytes[offset + i] = (high << 4) | low
  }
}

/**
 * Texts of one width out of 16 bytes each: `prefix`, then the bytes as hex digits in groups that dashes part.
 * All rows are written into one text at the first look, and a row is a slice of it: several times faster than
 * putting each row's digits together.
 */
export function fixedWidthTexts(
  bytes: Uint8Array,
  prefix: string,
  groups: readonly number[],
): (row: number) => string {
  const width = prefix.length + groups.reduce((sum, group) => sum + 2 * group + 1, -1)
  let all: string | null = null
  return (row) => {
    all ??= writeRows(bytes, prefix, groups, width)
    return all.slice(row * width, (row + 1) * width)
  }
}

function writeRows(bytes: Uint8Array, prefix: string, groups: readonly number[], width: number): string {
  const perRow = groups.reduce((sum, group) => sum + group, 0)
  const rows = bytes.length / perRow
  const out = new Uint8Array(rows * width)
  const start = new TextEncoder().encode(prefix)
  const digits = new TextEncoder().encode(DIGITS)
  let from = 0
  let to = 0
  for (let row = 0; row < rows; row += 1) {
    out.set(start, to)
    to += start.length
    for (const [index, group] of groups.entries()) {
      if (index > 0) out[to++] = 0x2d
      for (let i = 0; i < group; i += 1) {
        const byte = bytes[from++] ?? 0
        out[to++] = digits[byte >> 4] ?? 0
        out[to++] = digits[byte & 15] ?? 0
      }
    }
  }
  return new TextDecoder('latin1').decode(out)
}
