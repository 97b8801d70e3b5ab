import type { BundleRefusal } from '../../evidence/sentences/bundle-refusals.ts'

/** The longest bundle that is read, in characters: about a million rows. A browser holds no longer text (2^29 − 24). */
export const MOST_CHARACTERS = 480_000_000

/** Evidence is 6 levels deep; what goes much deeper is not a bundle but an attack on whoever walks through it. */
const DEEPEST = 24

/**
 * Why a text may not even be parsed, or null. Depth is counted on the text, since parsing first would be too late:
 *
 *     {"a":[[ … ]]}       quotes are skipped, so that "[[[[" inside a string counts for nothing
 */
export function refuseBySize(text: string, most = MOST_CHARACTERS): BundleRefusal | null {
  if (text.length > most) return `it is larger than ${most} characters`
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (quoted) {
      if (code === BACKSLASH) index += 1
      else if (code === QUOTE) quoted = false
    } else if (code === QUOTE) quoted = true
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1
      if (depth > DEEPEST) return `it is nested more than ${DEEPEST} levels deep`
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1
  }
  return null
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
