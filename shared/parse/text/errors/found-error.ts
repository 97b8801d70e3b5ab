import type { ParseContext } from '../../parser.ts'
import { rejectOf } from '../../reject.ts'
import type { ErrorContent } from './error-body.ts'
import { errorOf } from './error-observation.ts'
import { readBeside } from './error-record.ts'
import type { Found } from '../finder.ts'
import { isBlank, type TextLines } from '../text-lines.ts'

/** A message may be wrapped over so many lines, or over so much of lines that are long. */
export const MAX_LINES = 40
export const LONGEST_MESSAGE = 2_000
/** Enough to see whether it is a message, before all of it is looked at. */
export const ENOUGH_OF_MESSAGE = 160

/** The text that is looked at for an error: from a column of a line on, up to the next blank line. */
export interface ErrorWindow {
  readonly line: number
  readonly column: number
  readonly text: string
}

/** A window with no more than `longest` of the later lines. */
export function windowFrom(
  { texts }: TextLines,
  line: number,
  column: number,
  longest = LONGEST_MESSAGE,
): ErrorWindow {
  let to = line + 1
  for (let length = 0; to < texts.length && to - line < MAX_LINES && length < longest; to += 1) {
    const text = texts[to] ?? ''
    if (isBlank(text)) break
    length += text.length
  }
  const first = (texts[line] ?? '').slice(column)
  const later = texts.slice(line + 1, to).map((text) => text.slice(0, longest))
  return { line, column, text: to === line + 1 ? first : [first, ...later].join('\n') }
}

/** An error in a window: what it says, and where that stands. Null content: it is cut off. */
export interface ErrorSpan {
  readonly content: ErrorContent | null
  readonly start: number
  readonly to: number
  /** Where the piece of the input begins that it is; its own words may begin later. */
  readonly from?: number
}

/** The piece that an error is, with what its record says beside it. */
export function foundError(
  lines: TextLines,
  { line, column, text }: ErrorWindow,
  { content, start, to, from = start }: ErrorSpan,
  context: ParseContext,
): Found {
  const inside = text.slice(0, to)
  const last = inside.lastIndexOf('\n')
  const place = {
    to: line + inside.split('\n').length,
    fromColumn: column + from,
    toColumn: last === -1 ? column + to : to - last - 1,
  } as const
  const number = lines.lineOf(line)
  if (content === null) {
    const reason = 'the error text is cut off before it says what is wrong'
    const reject = rejectOf(context, { line: number, reason, text })
    return {
      ...place,
      source: 'error_text',
      why: 'an error text that is cut off',
      parsed: { rejects: [reject] },
    }
  }
  const beside = readBeside(lines, { from: line, ...place, fromColumn: column + start }, context, content)
  const { type, status, when } = beside
  const error = errorOf({ message: content.message, type, status }, `line ${number}`, context, when)
  return {
    ...place,
    source: 'error_text',
    why: `an error text: ${error.errorClass}`,
    parsed: { errors: [error] },
  }
}

// To the end of the sentence, the quotation or the line. A dot inside `k3.5` ends nothing.
const REST = /[^\n"“”`{}]{0,160}?(?:[.!](?=["'”’`)\]\s]|$)|[。！]|(?=["“”`{}\n]|$))/y

/** Where a message ends, and what it says, if it goes on in words of its own up to the end of its sentence. */
export function toItsEnd(message: string, goesOn: boolean, text: string, end: number) {
  if (!goesOn) return { message, to: end }
  REST.lastIndex = end
  const rest = REST.exec(text)?.[0] ?? ''
  return { message: `${message}${rest}`, to: end + rest.length }
}
