import type { ErrorObservation } from '../evidence/error-observation.ts'
import type { DetectedPiece } from './detect.ts'
import { readTogether } from './text/error-observation.ts'
import { isShellCommand } from './text/shell-command.ts'
import { isBlank, isFence, type TextLines } from './text/text-lines.ts'

/**
 * Marks the undated errors of an input that a reading follows with nothing but white space or a shell command between
 * (DESIGN.md 3): they are taken to be of that reading's time, which the analysis says aloud. One error that is there
 * twice in a row, in a traceback and below it, goes with the reading as one.
 *
 *     error   ─ blank, `$ curl …` ─   reading      together
 *     error   ─ "and my meters:"  ─   reading      not: words may stand for any time
 */
export function markPastedTogether(lines: TextLines, pieces: readonly DetectedPiece[]): DetectedPiece[] {
  const marked = [...pieces]
  let reading: string | null = null
  let message: string | null = null
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index]
    const next = pieces[index + 1]
    if (!piece) continue
    if (next && !onlyCommandsBetween(lines, piece, next)) reading = null
    const { errors = [], snapshots = [] } = piece.parsed
    const said = errors.length > 0 ? messageOf(errors) : null
    if (snapshots.length > 0) {
      reading = snapshots[0]?.id ?? null
      message = null
    } else if (reading === null || said === null || (message !== null && said !== message)) {
      reading = null
    } else {
      message = said
      const snapshot = reading
      const together = errors.map((error) => (isUndated(error) ? readTogether(error, snapshot) : error))
      marked[index] = { ...piece, parsed: { ...piece.parsed, errors: together } }
    }
  }
  return marked
}

const isUndated = (error: ErrorObservation) => error.when.kind === 'undated' && error.readWith === null

/** The one message of a piece; null where it has several. */
function messageOf(errors: readonly ErrorObservation[]): string | null {
  const messages = new Set(errors.map((error) => error.message))
  return messages.size === 1 ? (errors[0]?.message ?? null) : null
}

function onlyCommandsBetween(lines: TextLines, before: DetectedPiece, after: DetectedPiece): boolean {
  const sameLine = before.to - 1 === after.from
  const lead = (lines.texts[after.from] ?? '').slice(sameLine ? before.toColumn : 0, after.fromColumn)
  const tail = sameLine ? '' : (lines.texts[before.to - 1] ?? '').slice(before.toColumn)
  let command = false // a command that goes on in the next line
  return [closeOf(tail), ...lines.texts.slice(before.to, after.from), lead].every((text) => {
    const passes = isBlank(text) || isFence(text) || command || isShellCommand(text)
    command = passes && /\\\s*$/.test(text)
    return passes
  })
}

/** What ends a quoted or bracketed error is part of it. */
const closeOf = (tail: string) => tail.replace(/^["'“”’)\]}.,`*]+/, '')
