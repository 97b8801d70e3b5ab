/** Beyond this code point characters are drawn as wide as they are tall: Chinese, full-width signs. */
const WIDE = 0x2e80

/** About how wide a text is in pixels at a size of 12; there is no font to measure with where files are written. */
export const textWidth = (text: string): number =>
  Array.from(text, (character) => ((character.codePointAt(0) ?? 0) > WIDE ? 12.5 : 6.8)).reduce(
    (sum, width) => sum + width,
    0,
  )
