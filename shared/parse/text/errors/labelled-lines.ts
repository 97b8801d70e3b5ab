import { oncePerLine } from '../once-per-line.ts'
import { isBlank, isFence, type TextLines } from '../text-lines.ts'
import { isTimeLine } from './error-times.ts'
import { holdsBeginning } from './known-messages.ts'

/** A record of labelled lines, or a head of HTTP, is no longer. */
export const LONGEST_RECORD = 24

/** Lines from one to before another. */
export interface LineRange {
  readonly start: number
  readonly end: number
}

export const timeLines = oncePerLine(isTimeLine)
/** Lines on which a known message may begin. */
export const beginningLines = oncePerLine(holdsBeginning)

// `Error: 429 …`, `**Message**: …`, `"status": 403,`, `date: Thu, …`, `< HTTP/2 403`, `时间：…`
const LABELLED =
  /^[\s>│┃|<*_"'`•-]{0,8}(?:[\p{L}][\p{L}\p{N} _./-]{0,30}["'*_`]{0,4}\s?[:：=]\s*\S|HTTP\/\d)/u
/** `kimi-code.log:12:` is no label. */
const GREPPED = /^[\w./\\-]{1,120}:\d{1,7}[:-]/
const HTTP_HEAD = /^\W{0,12}HTTP\/\d(?:\.\d)? \d{3}\b/

/** Also the empty line that ends a head as `curl -v` prints it. */
const isGap = (line: string): boolean => isBlank(line) || isFence(line) || line.trim() === '<'

const labelledLines = oncePerLine(
  (line, index, lines) =>
    line.length < 2_000 &&
    (LABELLED.test(line) || timeLines(lines)(index)) &&
    !GREPPED.test(line) &&
    !beginningLines(lines)(index),
)

/** The labelled lines right above an error, or the head of the HTTP answer whose body it is. */
export function linesAbove(lines: TextLines, from: number): LineRange {
  const { texts } = lines
  const isLabelled = labelledLines(lines)
  let end = from
  while (end > 0 && from - end < 3 && isGap(texts[end - 1] ?? '')) end -= 1
  let start = end
  while (start > 0 && end - start < LONGEST_RECORD && isLabelled(start - 1)) start -= 1
  if (end === from) return { start, end }
  let head = end - 1
  while (head >= start && !HTTP_HEAD.test(texts[head] ?? '')) head -= 1
  return { start: head < start ? end : head, end }
}

/** The labelled lines from one on. */
export function linesBelow(lines: TextLines, to: number): LineRange {
  const isLabelled = labelledLines(lines)
  let end = to
  while (end < lines.texts.length && end - to < LONGEST_RECORD && isLabelled(end)) end += 1
  return { start: to, end }
}

/** Those of a range of which something is so. */
export function indexesOf({ start, end }: LineRange, is: (index: number) => boolean): number[] {
  const indexes: number[] = []
  for (let index = start; index < end; index += 1) if (is(index)) indexes.push(index)
  return indexes
}

export function someOf({ start, end }: LineRange, is: (index: number) => boolean): boolean {
  for (let index = start; index < end; index += 1) if (is(index)) return true
  return false
}
