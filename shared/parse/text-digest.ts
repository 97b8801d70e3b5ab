/** In characters: a text up to here stands for itself. */
export const LONGEST_AS_ITSELF = 65_536

// Odd constants of 32 bits with well-spread digits (those of MurmurHash3).
const FACTORS = [0x85ebca6b, 0xcc9e2d51] as const

/**
 * Stands for a text where the text itself would be hashed: itself when it is short, else its length and 64 mixed bits.
 * SHA-256 over a long paste takes as long as reading it; that two captures
 * are not the same by accident needs no cryptography.
 */
export function digestOfText(text: string): string {
  const digest = new TextDigest()
  digest.push(text)
  return digest.end()
}

/** The same for a text that comes in pieces; where it was cut makes no difference. */
export class TextDigest {
  private short: string | null = ''
  private length = 0
  private a = 1
  private b = 2
  private half: number | null = null

  push(text: string): void {
    this.length += text.length
    if (this.short === null) return this.mix(text)
    this.short += text
    if (this.length <= LONGEST_AS_ITSELF) return
    this.mix(this.short)
    this.short = null
  }

  end(): string {
    if (this.short !== null) return this.short
    if (this.half !== null) this.step(this.half)
    this.half = null
    return [this.length, this.a >>> 0, this.b >>> 0].join('.')
  }

  private mix(text: string): void {
    for (let from = 0; from < text.length; from += CHUNK)
      this.mixUnits(unitsOf(text.slice(from, from + CHUNK)))
  }

  /** Two units at a time; an odd one at the end waits for the next piece. */
  private mixUnits(units: ArrayLike<number>): void {
    let index = 0
    if (this.half !== null && units.length > 0) {
      this.step(this.half | ((units[0] ?? 0) << 16))
      this.half = null
      index = 1
    }
    let { a, b } = this
    for (; index + 1 < units.length; index += 2) {
      const pair = (units[index] ?? 0) | ((units[index + 1] ?? 0) << 16)
      a = Math.imul(a ^ pair, FACTORS[0])
      b = Math.imul((b + pair) ^ (a >>> 15), FACTORS[1]) // multiplying moves bits up only; the shift brings them down
    }
    this.a = a
    this.b = b
    if (index < units.length) this.half = units[index] ?? 0
  }

  private step(units: number): void {
    this.a = Math.imul(this.a ^ units, FACTORS[0])
    this.b = Math.imul((this.b + units) ^ (this.a >>> 15), FACTORS[1])
  }
}

const CHUNK = 65_536
const encoder = new TextEncoder()
const bytes = new Uint8Array(CHUNK)
const wide = new Uint16Array(CHUNK)

/** The UTF-16 units of a chunk. Of plain text they are its bytes, which the encoder writes faster than a loop can ask for them. */
function unitsOf(chunk: string): Uint8Array | Uint16Array {
  const { read, written } = encoder.encodeInto(chunk, bytes)
  if (read === chunk.length && written === chunk.length) return bytes.subarray(0, chunk.length)
  for (let index = 0; index < chunk.length; index += 1) wide[index] = chunk.charCodeAt(index)
  return wide.subarray(0, chunk.length)
}
