import { plainLine } from '../text/text-lines.ts'
import { formatOfLine } from './log-formats.ts'

/** How much of a text is looked at to tell whether it is a log, in characters. */
export const LOG_HEAD = 256 * 1024
const HEAD_LINES = 200

/** For each line of a head that is not blank, whether an entry of a log begins with it. */
export function* entriesIn(head: string): Generator<boolean> {
  let lines = 0
  for (const line of head.slice(0, LOG_HEAD).split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue
    lines += 1
    if (lines > HEAD_LINES) return
    yield formatOfLine(plainLine(line)) !== null
  }
}

/** Whether the first line that is not blank begins an entry of a log. */
export const beginsLog = (head: string): boolean => entriesIn(head).next().value === true
