import { beginsLogEntry } from '../log/begins-log-entry.ts'
import { htmlLines, looksLikeHtml } from './html-lines.ts'

/** A text as lines that are plain enough to match, and where in the input each of them stood. */
export interface TextLines {
  readonly texts: readonly string[]
  /** The 1-based line of the input for an index of `texts`. HTML may hold several of them on one line. */
  readonly lineOf: (index: number) => number
  /** How many lines the input has; at least one. */
  readonly count: number
  /** All lines as one text, for what goes over several of them. Made when it is first asked for. */
  readonly joined: () => JoinedLines
  /** What was asked of its lines, by question, with the answers so far (once-per-line.ts). */
  readonly answers: Map<unknown, unknown[]>
}

interface JoinedLines {
  readonly text: string
  /** Where a line begins in `text`. */
  readonly startOf: (index: number) => number
  /** The line in which a position of `text` lies. */
  readonly indexAt: (position: number) => number
}

/** Two lines of a text may be far apart; more blank lines than this are a gap between two pieces. */
export const MAX_BLANKS = 2

/**
 * Splits an input into lines and takes off what copying put on them: quote marks, unusual spaces, terminal colours,
 * HTML tags. Every line keeps its number.
 */
export function splitLines(text: string, first = 1): TextLines {
  const plain = plainSpaces(text)
  if (!looksLikeHtml(plain)) return plainLines(plain, first)
  const raw = rawLines(plain)
  // A log is full of the code that was worked on.
  if (beginsLogEntry(raw.find((line) => !isBlank(line)) ?? '')) return plainLines(plain, first)
  const lines = htmlLines(raw)
  const texts = lines.map((line) => line.text)
  return {
    texts,
    lineOf: (index) => first + (lines[index]?.at ?? 0),
    count: countOf(raw),
    joined: joinOnce(texts),
    answers: new Map(),
  }
}

const rawLines = (text: string) => text.split(text.includes('\r') ? /\r\n|\n|\r/ : '\n')

const countOf = (raw: readonly string[]) => Math.max(1, raw.at(-1) === '' ? raw.length - 1 : raw.length)

/** The same for a text that is no HTML, whatever stands in it. */
export function plainLines(text: string, first = 1): TextLines {
  const plain = plainSpaces(text)
  const raw = rawLines(plain)
  const count = countOf(raw)
  const whole = raw.length > count ? raw.slice(0, count) : raw
  const texts = withoutIndent(withStraightQuotes(plain, withoutQuoteMarks(plain, whole)))
  return { texts, lineOf: (index) => first + index, count, joined: joinOnce(texts), answers: new Map() }
}

/**
 * The lines from one on up to the next blank one, but no more than `most`, as a text of their own. Whoever asks for one line
 * after another has each line looked at once.
 */
export function paragraphsOf(lines: TextLines): (from: number, most: number) => TextLines {
  let known = { from: 0, to: 0 }
  const endOf = (from: number) => {
    if (from >= known.from && from < known.to) return known.to
    let to = from + 1
    while (to < lines.texts.length && !isBlank(lines.texts[to] ?? '')) to += 1
    known = { from, to }
    return to
  }
  return (from, most) => {
    const texts = lines.texts.slice(from, Math.min(endOf(from), from + most))
    const lineOf = (index: number) => lines.lineOf(from + index)
    return { texts, lineOf, count: texts.length, joined: joinOnce(texts), answers: new Map() }
  }
}

function joinOnce(texts: readonly string[]): () => JoinedLines {
  let made: JoinedLines | null = null
  return () => (made ??= joinLines(texts))
}

function joinLines(texts: readonly string[]): JoinedLines {
  const starts: number[] = []
  let next = 0
  for (const text of texts) {
    starts.push(next)
    next += text.length + 1
  }
  const startOf = (index: number) => starts[index] ?? next
  const indexAt = (position: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (startOf(middle) <= position) low = middle
      else high = middle - 1
    }
    return low
  }
  return { text: texts.join('\n'), startOf, indexAt }
}

// Spaces that look like one: no-break, of all widths, ideographic. Of no width: zero-width space and joiner, mark of order.
const ODD_SPACE = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g
const NO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/g
// oxlint-disable-next-line no-control-regex -- the escape character is what a terminal's colours begin with
const COLOUR = /\u001B\[[0-9;?]*[A-Za-z]/g
// In texts of one byte a character the first look finds nothing at once, and so does a pattern that they cannot hold.
const WIDE = /[\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/
const isPlain = (text: string) => !text.includes('\u001B') && !text.includes('\u00A0') && !WIDE.test(text)

export const plainSpaces = (text: string): string =>
  isPlain(text) ? text : text.replace(ODD_SPACE, ' ').replace(NO_WIDTH, '').replace(COLOUR, '')

const QUOTED = /^[ \t]{0,7}>/m
const QUOTE_MARKS = /^(?:[ \t]{0,7}>)+ ?/

function withoutQuoteMarks(text: string, lines: readonly string[]): readonly string[] {
  return text.includes('>') && QUOTED.test(text) ? lines.map((line) => line.replace(QUOTE_MARKS, '')) : lines
}

/** A line of a log as it was written, before an editor or a page made its spaces and quotes nicer. */
export const plainLine = (line: string): string => {
  const plain = plainSpaces(line)
  return plain.includes('“') ? straightQuotes(plain) : plain
}

const withStraightQuotes = (text: string, lines: readonly string[]): readonly string[] =>
  text.includes('“') ? lines.map(straightQuotes) : lines

/** Where all quotes of a line are curly, something has made them so; where some are not, the curly ones stand in a text. */
const straightQuotes = (line: string): string => (line.includes('"') ? line : line.replace(/[“”„‟]/g, '"'))

const INDENT = /^[ \t]*/

/** What a line is indented by as a block is; null where it is not, or is blank. In time that grows with the line. */
function indentOf(line: string): string | null {
  const indent = INDENT.exec(line)?.[0] ?? ''
  const isBlock = indent.startsWith('\t') || indent.startsWith('    ')
  return isBlock && /\S/.test(line.charAt(indent.length)) ? indent : null
}

/** A log that stands indented as a block, as code in Markdown does, is what it is without the indent. */
function withoutIndent(lines: readonly string[]): readonly string[] {
  let plain: string[] | null = null
  for (let from = 0; from < lines.length; from += 1) {
    const line = lines[from] ?? ''
    const code = line.charCodeAt(0)
    if ((code !== 32 && code !== 9) || (from > 0 && !isBlank(lines[from - 1] ?? ''))) continue
    const indent = indentOf(line)
    if (indent === null || !beginsLogEntry(line.slice(indent.length))) continue
    plain ??= [...lines]
    for (; from < lines.length; from += 1) {
      const next = lines[from] ?? ''
      if (next.startsWith(indent)) plain[from] = next.slice(indent.length)
      else if (!isBlank(next)) break
    }
  }
  return plain ?? lines
}

/** Most lines begin with a letter, and need not be looked at further. */
export const isBlank = (text: string): boolean => !isLetterCode(text.charCodeAt(0)) && text.trim() === ''

const isLetterCode = (code: number) => code > 32 && code < 127

/** A line that only Markdown put there: a fence, a rule, or an empty quote. */
export const isFence = (text: string): boolean => /^\s*(?:`{3,}|~{3,})[\w+-]*\s*$/.test(text)
