import { foldText } from '../../../evidence/errors/folded-text.ts'
import { oncePerLine } from '../once-per-line.ts'
import { isBlank, type TextLines } from '../text-lines.ts'
import { LONGEST_MESSAGE, MAX_LINES, windowFrom } from './found-error.ts'
import { findKnownMessage, LEASTS, LONGEST_KNOWN } from './known-messages.ts'

const LONGEST_LEAST = Math.max(...LEASTS.map(({ length }) => length))

/** As a line is folded between others: what frames it at either end is gone. */
const foldedLines = oncePerLine((line) => foldText(`\n${line}\n`).text)

/** Whether as much of a known message as tells it begins on a line, and goes on in those below. */
const leastLines = oncePerLine((_, index, lines) => {
  const foldedAt = foldedLines(lines)
  const own = foldedAt(index)
  let text = own
  for (
    let next = index + 1;
    text.length < own.length + LONGEST_LEAST && next - index < MAX_LINES;
    next += 1
  ) {
    if (next >= lines.texts.length || isBlank(lines.texts[next] ?? '')) break
    text += foldedAt(next)
  }
  return LEASTS.some((least) => {
    const at = text.indexOf(least)
    return at !== -1 && at < own.length
  })
})

/** So much behind a message decides whether it is cut there: folded on its line, and of the text as it stands. */
const BEHIND = { folded: 6, characters: 200 } as const

/** The lines that decide whether a message begins on one: those that it may fill, and what may stand behind it. */
function decidingText(lines: TextLines, index: number): string {
  const texts = [lines.texts[index] ?? '']
  for (let [next, folded, behind] = [index + 1, 0, 0]; next - index < MAX_LINES; next += 1) {
    const line = lines.texts[next]
    if (line === undefined || isBlank(line) || behind >= BEHIND.characters) break
    if (folded < LONGEST_KNOWN + BEHIND.folded) folded += foldedLines(lines)(next).length
    else behind += line.length
    texts.push(line)
  }
  return texts.join('\n')
}

/** Whether a message begins on a line, where all that decides it is in a window. */
const toldLines = oncePerLine((line, index, lines) => {
  const text = decidingText(lines, index)
  const folded = foldText(text)
  const match = findKnownMessage(folded)
  const isMessage = match !== null && folded.startOf(match.from) < line.length
  return { isMessage, characters: text.length, lines: text.split('\n').length }
})

/** An escape or entity of which only a part stands before the end is read as other letters than the whole. */
const ENDS_INSIDE = /(?:\\|&[#\w;]*)[#\w]{0,9}$/

/**
 * Whether a known message stands in the window that begins with a line. Windows of lines that follow each other are the same
 * but for a line, so that they are told by their lines; only where the end of one decides it is looked at as a whole.
 */
export function isMessageAhead(lines: TextLines, from: number): boolean {
  const isLeast = leastLines(lines)
  for (let index = from, left = LONGEST_MESSAGE; index - from < MAX_LINES && left > 0; index += 1) {
    const line = lines.texts[index]
    if (line === undefined || (index > from && isBlank(line))) return false
    if (isLeast(index)) {
      const told = toldLines(lines)(index)
      if (told.characters > left || index - from + told.lines > MAX_LINES) return isInWindow(lines, from)
      if (told.isMessage) return true
    }
    if (line.length > left && ENDS_INSIDE.test(line.slice(0, left))) return isInWindow(lines, from)
    left -= line.length + 1
  }
  return false
}

const isInWindow = (lines: TextLines, from: number): boolean =>
  findKnownMessage(foldText(windowFrom(lines, from, 0).text.slice(0, LONGEST_MESSAGE))) !== null
