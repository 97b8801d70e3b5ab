import { compact } from './error-classes.ts'
import { WORDINGS } from './error-wordings.ts'

const KNOWN = WORDINGS.filter(({ told }) => told !== 'never').map(({ key, rest = '', told, goesOn }) => ({
  whole: key + rest,
  compactKey: compact(key),
  compactWhole: compact(key + rest),
  goesOn: goesOn ?? false,
  common: told === 'alone',
}))

/** A known message in a text: where it stands in the compact text, and how it is spelled. */
export interface MessageMatch {
  readonly from: number
  readonly to: number
  readonly message: string
  /** It says more after these words, which differs from case to case. */
  readonly goesOn: boolean
  /** Its words are common: see whether they have a line to themselves. */
  readonly common: boolean
}

/** Enough of a message to look closer. */
const BEGINNING = 6
const BEGINNINGS = [...new Set(KNOWN.map(({ compactKey }) => compactKey.slice(0, BEGINNING)))]

const PATTERNS = BEGINNINGS.map((begin) => Array.from(begin, (char) => (char === "'" ? "['‘’ʼ`´]" : char)))
const WHOLE = new RegExp(PATTERNS.map((chars) => chars.join(String.raw`\s*`)).join('|'), 'i')
/** `a\s*(?:$|b\s*(?:$|c))`: as much of a beginning as stands before the end. */
const BEGUN = new RegExp(
  PATTERNS.map((chars) => chars.reduceRight((rest, char) => String.raw`${char}\s*(?:$|${rest})`)).join('|'),
  'i',
)

/** Whether a known message may begin in a line, even where the line was broken right after its first letter. */
export const mayBeginMessage = (line: string): boolean => BEGUN.test(line)

/** Whether the beginning of a known message stands in a text, wrapped or not. */
export const holdsBeginning = (text: string): boolean => WHOLE.test(text)

/** The first known message in a compact text, as far as the text goes along with it; without those of common words too. */
export function findKnownMessage(text: string, withCommon = true): MessageMatch | null {
  let best: MessageMatch | null = null
  for (const { whole, compactKey, compactWhole, goesOn, common } of KNOWN) {
    const from = common && !withCommon ? -1 : text.indexOf(compactKey)
    if (from === -1 || (best && best.from <= from)) continue
    const length = sharedLength(text, from, compactWhole)
    best = { from, to: from + length, message: spelled(whole, length), goesOn, common }
  }
  return best
}

/** A message with the spaces that its service gives it, where wrapping has taken or added some. */
export function mendMessage(message: string): string {
  const plain = message.replace(/\s+/g, ' ').trim()
  const text = compact(plain)
  const match = findKnownMessage(text)
  if (!match || match.from > 0) return plain
  const rest = afterCompact(plain, match.to).trim()
  return /^[\p{L}\p{N}(]/u.test(rest) ? `${match.message} ${rest}` : match.message + rest
}

function sharedLength(text: string, from: number, whole: string): number {
  let length = 0
  while (length < whole.length && text.charAt(from + length) === whole.charAt(length)) length += 1
  return length
}

/** The beginning of a text that has `length` characters when compact. */
function spelled(text: string, length: number): string {
  return text.slice(0, text.length - afterCompact(text, length).length).trim()
}

function afterCompact(text: string, length: number): string {
  let count = 0
  for (let index = 0; index < text.length; index += 1) {
    if (count === length) return text.slice(index)
    if (!/\s/.test(text.charAt(index))) count += 1
  }
  return ''
}
