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
    return [this.length, this.a >>> 0, this.b >>> 0].join('.')
  }

  private mix(text: string): void {
    let { a, b } = this
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index)
      a = Math.imul(a ^ code, FACTORS[0])
      b = Math.imul((b + code) ^ (a >>> 15), FACTORS[1]) // multiplying moves bits up only; the shift brings them down
    }
    this.a = a
    this.b = b
  }
}
