const LONG = 65_536

// Odd constants of 32 bits with well-spread digits (those of MurmurHash3).
const FACTORS = [0x85ebca6b, 0xc2b2ae35, 0xcc9e2d51, 0x1b873593] as const

/**
 * Stands for a text where the text itself would be hashed: itself when it is short, else its length and 128 mixed bits.
 * SHA-256 over a long paste takes as long as reading it; that a capture is the same needs no cryptography.
 */
export function digestOfText(text: string): string {
  if (text.length <= LONG) return text
  let [a, b, c, d] = [1, 2, 3, 4]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, FACTORS[0])
    b = Math.imul(b ^ (code + a), FACTORS[1])
    c = Math.imul((c ^ code) + (b >>> 15), FACTORS[2])
    d = Math.imul((d + code) ^ (c >>> 13), FACTORS[3])
  }
  return [text.length, a >>> 0, b >>> 0, c >>> 0, d >>> 0].join('.')
}
