const LONG = 65_536

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
    if (this.length <= LONG) return
    this.mix(this.short)
    this.short = null
  }

  end(): string {
    if (this.short !== null) return this.short
    if (this.half !== null) this.step(this.half)
    this.half = null
    return [this.length, this.a >>> 0, this.b >>> 0].join('.')
  }

  /** Two units at a time; an odd one at the end waits for the next piece. */
  private mix(text: string): void {
    let index = 0
    if (this.half !== null && text.length > 0) {
      this.step(this.half | (text.charCodeAt(0) << 16))
      this.half = null
      index = 1
    }
    let { a, b } = this
    for (; index + 1 < text.length; index += 2) {
      const units = text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16)
      a = Math.imul(a ^ units, FACTORS[0])
      b = Math.imul((b + units) ^ (a >>> 15), FACTORS[1]) // multiplying moves bits up only; the shift brings them down
    }
    this.a = a
    this.b = b
    if (index < text.length) this.half = text.charCodeAt(index)
  }

  private step(units: number): void {
    this.a = Math.imul(this.a ^ units, FACTORS[0])
    this.b = Math.imul((this.b + units) ^ (this.a >>> 15), FACTORS[1])
  }
}
