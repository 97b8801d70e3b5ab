import { compact } from '../../../evidence/errors/error-classes.ts'
import { WORDINGS, type Wording } from '../../../evidence/errors/error-wordings.ts'
import { foldText, type FoldedText } from '../../../evidence/errors/folded-text.ts'

/** A known message in a text: where it stands in the folded text, and how it is spelled. */
export interface MessageMatch {
  readonly from: number
  readonly to: number
  readonly message: string
  /** The key of its wording. */
  readonly wording: string
  /** It says more after these words, which differs from case to case. */
  readonly goesOn: boolean
  /** Its words are common: see whether they have a line to themselves. */
  readonly common: boolean
}

/** A message, or the later part of one, with what must be left of it to be told. */
interface Known {
  /** Folded: all of it, and its key. */
  readonly whole: string
  readonly key: string
  /** How many characters are enough where it is cut after them. */
  readonly least: number
  /** As its service spells it, and where in it a folded character stands. */
  readonly spelling: string
  readonly endOf: FoldedText['endOf']
  readonly wording: Wording
}

/** So many words of a message are more than anybody begins a sentence with. */
const FEWEST_WORDS = 4

/** Every message, and every later part of one, under its key. */
const PARTS = WORDINGS.filter(({ told }) => told !== 'never')
  .flatMap((wording) => {
    const { key, rest = '', tail } = wording
    const spelling = key + rest
    const head = { wording, key, spelling }
    return tail === undefined
      ? [head]
      : [head, { wording, key: tail, spelling: spelling.slice(Math.max(0, spelling.indexOf(tail))) }]
  })
  .map((part) => {
    const { text, endOf } = foldText(part.spelling)
    return { ...part, whole: text, endOf }
  })

const KNOWN: readonly Known[] = PARTS.map((part) => {
  const key = compact(part.key)
  const words = compact(part.key.split(' ').slice(0, FEWEST_WORDS).join(' ')).length
  const least = part.wording.told === 'alone' ? key.length : Math.max(words, unambiguous(part))
  return { ...part, key, least: Math.min(least, key.length) }
})

/** Folded: no known message is longer. */
export const LONGEST_KNOWN = Math.max(...KNOWN.map(({ whole }) => whole.length))

/** How much of a message no message of another class begins with. */
function unambiguous({ wording, whole }: (typeof PARTS)[number]): number {
  const others = PARTS.filter((other) => other.wording.class !== wording.class)
  return 1 + Math.max(0, ...others.map((other) => sharedLength(whole, 0, other.whole)))
}

/** Enough of a message to look closer. */
const BEGINNING = 6
const BEGINNINGS = [...new Set(KNOWN.map(({ key }) => key.slice(0, BEGINNING)))]
/** Folded: what no known message is told without. */
export const LEASTS: readonly string[] = [...new Set(KNOWN.map(({ key, least }) => key.slice(0, least)))]

/** What may stand between two letters that follow each other in what a text says: all backslashes of an escape but its last, too. */
const GAP = String.raw`[\s*\\]*`
const APOSTROPHE = String.raw`(?:['‘’ʼ\u0060´′＇]|\\(?:u0027|u2019|x27)|&(?:amp;)*(?:#0*39|#x0*27|apos|[lr]squo|#821[67]);)`
const PATTERNS = BEGINNINGS.map((begin) =>
  Array.from(begin, (char) => (char === "'" ? APOSTROPHE : char === '-' ? '[-‐‑‒–—−]' : char)),
)
const WHOLE = new RegExp(PATTERNS.map((chars) => chars.join(GAP)).join('|'), 'gi')
/** `a\s*(?:$|b\s*(?:$|c))`: as much of a beginning as stands before the end. */
const BEGUN = new RegExp(
  PATTERNS.map((chars) =>
    chars.slice(0, -1).reduceRight((rest, char) => String.raw`${char}${GAP}(?:$${rest && `|${rest}`})`, ''),
  ).join('|'),
  'gi',
)
/** The first two letters of each: most lines that end with a first one are ruled out by these. */
const SECOND = new Set(BEGINNINGS.map((beginning) => beginning.slice(0, 2)))
const isLetter = (text: string): boolean => text.length === 1 && /[a-z]/i.test(text)
/** No beginning is longer, with what may stand between its letters. */
const END = 60

/** Whether a known message may begin in a text. */
export const holdsBeginning = (text: string): boolean => text.search(WHOLE) !== -1

/**
 * Where known messages may begin in a line, from a column on; also at its end, where it may have been broken right after a
 * message's first letter, if `next`, the lines after it, go along.
 */
export function* beginningsIn(line: string, column: number, next: () => string): Iterable<number> {
  yield* startsOf(WHOLE, line, column)
  for (const start of startsOf(BEGUN, line, Math.max(column, line.length - END))) {
    const [begun, more] = [line.slice(start), next()]
    if (isLetter(begun) && isLetter(more.charAt(0)) && !SECOND.has((begun + more.charAt(0)).toLowerCase()))
      continue
    const folded = foldText(`${begun}\n${more}`).text
    if (BEGINNINGS.some((beginning) => folded.startsWith(beginning))) yield start
  }
}

/** As `matchAll` does, which for a line of a few letters takes longer to begin than to look. */
function* startsOf(pattern: RegExp, line: string, from: number): Iterable<number> {
  pattern.lastIndex = from
  for (let found = pattern.exec(line); found; found = pattern.exec(line)) {
    const { lastIndex } = pattern
    yield found.index
    pattern.lastIndex = lastIndex
  }
}

/**
 * The first known message in a text, as far as the text goes along with it: whole, or cut where no other could follow, by
 * the end of a quotation, of the text or of a line after which something else begins, or by an ellipsis.
 */
export function findKnownMessage(source: string | FoldedText): MessageMatch | null {
  const folded = typeof source === 'string' ? foldText(source) : source
  let best: MessageMatch | null = null
  for (const least of LEASTS) {
    const end: number = best === null ? folded.text.length : best.from + least.length
    for (let from = folded.text.indexOf(least); from !== -1 && from + least.length <= end;) {
      const match = matchAt(folded, from)
      if (match) {
        if (best === null || from < best.from) best = match
        break
      }
      from = folded.text.indexOf(least, from + 1)
    }
  }
  return best
}

/** The known message with which a folded text begins, at its first character or no later than at `latest`. */
export function matchKnownMessage(folded: FoldedText, latest = 0): MessageMatch | null {
  for (let from = 0; from <= latest; from += 1) {
    const match = matchAt(folded, from)
    if (match) return match
  }
  return null
}

function matchAt(folded: FoldedText, from: number): MessageMatch | null {
  let best: Known | null = null
  let most = 0
  for (const each of KNOWN) {
    const shared = sharedLength(folded.text, from, each.whole)
    if (shared > most) [best, most] = [each, shared]
  }
  if (!best || !(most >= best.key.length || (most >= best.least && isCut(folded, from + most)))) return null
  const message = best.spelling.slice(0, best.endOf(most)).trim()
  const { goesOn = false, told } = best.wording
  return {
    from,
    to: from + most,
    message,
    wording: best.wording.key,
    goesOn: goesOn && most >= best.key.length,
    common: told === 'alone',
  }
}

const CUT = /^[.,;:!?-]{0,2}(?:$|['"…)\]}<|]|\.\.|[。，；：！？])/
/** A line break, and after it no word that would go on with a sentence. */
const CUT_AT_LINE = /^[^\S\n]*\n(?!\s*\p{Ll})/u

function isCut({ source, text, endOf }: FoldedText, at: number): boolean {
  if (CUT.test(text.slice(at, at + 6))) return true
  const end = endOf(at)
  return CUT_AT_LINE.test(source.slice(end, end + 200))
}

/** A message with the spaces that its service gives it, where wrapping has taken or added some. */
export function mendMessage(message: string): string {
  const plain = message.replace(/\s+/g, ' ').trim()
  const folded = foldText(plain)
  const match = findKnownMessage(folded)
  if (!match || match.from > 0) return plain
  const rest = plain.slice(folded.endOf(match.to)).trim()
  return /^[\p{L}\p{N}(]/u.test(rest) ? `${match.message} ${rest}` : match.message + rest
}

function sharedLength(text: string, from: number, whole: string): number {
  let length = 0
  while (length < whole.length && text.charAt(from + length) === whole.charAt(length)) length += 1
  return length
}
