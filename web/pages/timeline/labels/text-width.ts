/** About how wide a letter of the small size is, in CSS pixels: a Chinese one is as wide as it is high. */
const LATIN = 6.6
const WIDE = 12.5
const FIRST_WIDE = 0x2e80

/** About how wide a text of the small size is, in CSS pixels. Good enough to keep labels apart before they are drawn. */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) >= FIRST_WIDE ? WIDE : LATIN
  return width
}
