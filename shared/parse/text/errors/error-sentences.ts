import type { Finder } from '../finder.ts'
import { foldText } from '../../../evidence/errors/folded-text.ts'
import { ENOUGH_OF_MESSAGE, foundError, LONGEST_MESSAGE, toItsEnd, windowFrom } from './found-error.ts'
import { beginningsIn, LONGEST_KNOWN, matchKnownMessage, type MessageMatch } from './known-messages.ts'
import type { TextLines } from '../text-lines.ts'

/** Finds a message of the services in plain words, wherever it begins on a line. */
export const findErrorSentence: Finder = (lines, from, { piece }, column = 0) => {
  const line = lines.texts[from] ?? ''
  for (const start of beginningsIn(line, column, () => nextLines(lines, from))) {
    const found =
      matchFrom(lines, from, start, ENOUGH_OF_MESSAGE) && matchFrom(lines, from, start, LONGEST_MESSAGE)
    if (!found || (found.common && !isAlone(line, start, start + found.end))) continue
    const window = windowFrom(lines, from, start)
    const { message, to } = toItsEnd(found.message, found.goesOn, window.text, found.end)
    return foundError(lines, window, { content: { message, type: null, status: null }, start: 0, to }, piece)
  }
  return null
}

/** What the next lines begin with, for a message that goes on there. */
const nextLines = ({ texts }: TextLines, from: number): string =>
  texts
    .slice(from + 1, from + 8)
    .map((text) => text.slice(0, 80))
    .join('\n')

/** No message is longer, and whether one is cut off is told by a few characters behind it. */
const ENOUGH_FOLDED = LONGEST_KNOWN + 64

/** The message that stands right there, and where it ends after `start`. */
function matchFrom(
  lines: TextLines,
  from: number,
  start: number,
  longest: number,
): (MessageMatch & { readonly end: number }) | null {
  const { text } = windowFrom(lines, from, start, longest)
  const folded = foldText(text.slice(0, longest), ENOUGH_FOLDED)
  const match = matchKnownMessage(folded)
  return match && { ...match, end: folded.endOf(match.to) }
}

const BEFORE_ALONE = /^[\W_]{0,40}(?:error\W{0,3})?(?:[45]\d\d\W{0,3})?$/i

/** Whether words that anybody may use have their line to themselves. */
const isAlone = (line: string, start: number, end: number): boolean =>
  start < 60 && BEFORE_ALONE.test(line.slice(0, start)) && /^[\W_]*$/.test(line.slice(end, end + 60))
