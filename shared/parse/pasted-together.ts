import type { DetectedPiece } from './detect.ts'
import { readTogether } from './text/error-observation.ts'
import { isBlank, isFence, type TextLines } from './text/text-lines.ts'

/** `$ curl …`, `❯ kimi /usage`, and the lines that a backslash carries on. */
const SHELL = /^\s*(?:[$#%❯➜>]|PS [^>]*>)\s*\S|\\\s*$/
const CARRIED_ON = /\\\s*$/

/**
 * An error that stands right before a meter reading was pasted with it (DESIGN.md 3): with nothing but white space or a
 * shell command between them, it is taken to be of the reading's time. It stays undated; the analysis places it.
 */
export function joinPastedTogether(
  pieces: readonly DetectedPiece[],
  lines: TextLines,
): readonly DetectedPiece[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1]
    const reading = next?.parsed.snapshots?.[0]
    const errors = piece.parsed.errors ?? []
    if (!next || !reading || errors.length === 0 || !onlyShellBetween(lines, piece.to, next.from))
      return piece
    const joined = errors.map((error) =>
      error.when.kind === 'undated' ? readTogether(error, reading.id) : error,
    )
    return { ...piece, parsed: { ...piece.parsed, errors: joined } }
  })
}

function onlyShellBetween(lines: TextLines, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const text = lines.texts[index] ?? ''
    const carriedOn = index > from && CARRIED_ON.test(lines.texts[index - 1] ?? '')
    if (!isBlank(text) && !isFence(text) && !SHELL.test(text) && !carriedOn) return false
  }
  return true
}
