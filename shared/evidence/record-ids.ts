import { evidenceDigest } from './id.ts'
import { recordId, rowKey, type RowKey } from './kinds/usage-record.ts'

const PREFIX = 'record:'
const PREFIX_CODES = codesOf(PREFIX)
const LENGTH = PREFIX.length + 32
const UUID_LENGTH = 36
const DASH = 45
const DIGITS = '0123456789abcdef'
const DIGIT_CODES = codesOf(DIGITS)

/** The code of a hex digit in lower case, by its code; 0 for all else. */
const LOWER = new Uint8Array(128)
for (const digit of DIGITS + DIGITS.toUpperCase())
  LOWER[digit.charCodeAt(0)] = digit.toLowerCase().charCodeAt(0)

type Row = RowKey & { readonly requestId: string | null }

/**
 * `recordId` of many rows, with the ordinal of each. The ids are written one behind the other and cut from that one text:
 * making a text for each takes longer than reading its row.
 */
export function recordIds(rows: readonly Row[], ordinals: readonly number[]): string[] {
  const codes = new Uint8Array(rows.length * LENGTH)
  const others = new Map<number, string>()
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    if (!row) continue
    const ordinal = ordinals[index] ?? 0
    const to = writePrefix(codes, index * LENGTH)
    if (row.requestId === null) writeHex(codes, to, evidenceDigest(['row', rowKey(row), ordinal]))
    else if (!writeUuid(codes, to, row.requestId)) others.set(index, recordId(row, ordinal))
  }
  const all = new TextDecoder().decode(codes)
  return rows.map((_, index) => others.get(index) ?? all.slice(index * LENGTH, (index + 1) * LENGTH))
}

function writePrefix(codes: Uint8Array, at: number): number {
  for (let index = 0; index < PREFIX.length; index += 1) codes[at + index] = PREFIX_CODES[index] ?? 0
  return at + PREFIX.length
}

function writeHex(codes: Uint8Array, to: number, bytes: Uint8Array): void {
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    codes[to + 2 * index] = DIGIT_CODES[byte >>> 4] ?? 0
    codes[to + 2 * index + 1] = DIGIT_CODES[byte & 15] ?? 0
  }
}

/** The 32 digits of a UUID in lower case; false where the text is none. */
function writeUuid(codes: Uint8Array, to: number, text: string): boolean {
  if (text.length !== UUID_LENGTH) return false
  let next = to
  for (let index = 0; index < UUID_LENGTH; index += 1) {
    const code = text.charCodeAt(index)
    if (index === 8 || index === 13 || index === 18 || index === 23) {
      if (code !== DASH) return false
      continue
    }
    const lower = LOWER[code] ?? 0
    if (lower === 0) return false
    codes[next] = lower
    next += 1
  }
  return true
}

function codesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
