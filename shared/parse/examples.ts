import type { ErrorObservation } from '../evidence/kinds/error-observation.ts'
import { exampleOf } from '../evidence/example.ts'
import type { ParseContext, Parsed } from './parser.ts'
import { rejectOf } from './reject.ts'
import { isDocumentation } from './text/documentation.ts'
import { isExampleLabel, isLogExampleLabel, textBefore } from './text/example-label.ts'
import type { Found } from './text/finder.ts'
import { isSourceCode } from './text/source-code.ts'
import type { TextLines } from './text/text-lines.ts'

interface Piece extends Found {
  readonly from: number
}

const LOGS: ReadonlySet<string> = new Set(['kimi_log', 'kimi_code_log', 'wire_log'])

/**
 * Whether a piece stands in its text as an example: it is called one, or it stands in source code or documentation
 * (docs/verdicts.md#times). `above` is the line that may say what follows. A capture says itself what it is.
 */
export function standsAsExample(lines: TextLines, piece: Piece, above: string): boolean {
  const { from, fromColumn, toColumn, source, parsed } = piece
  if (parsed.captures !== undefined) return false
  if (LOGS.has(source)) return isLogExampleLabel(above)
  const { errors = [], snapshots = [], records = [] } = parsed
  if (errors.length + snapshots.length + records.length === 0) return false
  if (isExampleLabel(above) || isExampleLabel(textBefore(lines.texts[from] ?? '', fromColumn))) return true
  if (isSourceCode(lines, from)) return true
  const isOnlyUndated =
    snapshots.length + records.length === 0 && errors.every(({ when }) => when.kind === 'undated')
  return isOnlyUndated && isDocumentation(lines, from, fromColumn, toColumn, piece.to)
}

/**
 * A piece that is an example: its refusals and readings are kept as such, of what else there is in it only a note. Rows
 * are kept in columns by day, of which all counts and lanes are made: an example among them would have to be left out in
 * every one.
 */
export function asExample<P extends Piece>(piece: P, lines: TextLines, context: ParseContext): P {
  const text = lines.texts.slice(piece.from, piece.to).join('\n')
  const parsed = exampleParsed(piece.parsed, lines.lineOf(piece.from), text, context)
  return { ...piece, why: `an example: ${piece.why}`, parsed, example: true }
}

/** So many messages one below the other, all different and of so many classes, are a list of what can be said. */
const LISTED = { messages: 4, classes: 3 } as const

/** A list of messages, as references have them: nobody is refused so variously at once and notes no time. */
export function withListsAsExamples<P extends Piece>(
  pieces: readonly P[],
  lines: TextLines,
  context: ParseContext,
): readonly P[] {
  return runsOfMessages(pieces).flatMap((run) => {
    const errors = run.flatMap((piece) => undatedError(piece) ?? [])
    const isList =
      new Set(errors.map(({ errorClass }) => errorClass)).size >= LISTED.classes &&
      new Set(errors.map(({ message }) => message)).size === errors.length &&
      errors.length >= LISTED.messages
    return isList ? run.map((piece) => asExample(piece, lines, context)) : run
  })
}

/** Undated errors, each a line or less below the one before, in runs of their own; every other piece is a run alone. */
function runsOfMessages<P extends Piece>(pieces: readonly P[]): readonly (readonly P[])[] {
  const runs: P[][] = []
  for (const piece of pieces) {
    const last = runs.at(-1)?.at(-1)
    const goesOn =
      last !== undefined && undatedError(last) && undatedError(piece) && piece.from - last.to <= 1
    if (goesOn) runs.at(-1)?.push(piece)
    else runs.push([piece])
  }
  return runs
}

/** The error that a piece is, where it is nothing else and no example already. */
function undatedError({ parsed, example }: Piece): ErrorObservation | null {
  const { errors: [error, ...others] = [], snapshots = [], records = [], captures } = parsed
  const isAlone = others.length + snapshots.length + records.length === 0 && captures === undefined
  return error && isAlone && !example && error.when.kind === 'undated' ? error : null
}

/** The same of what was read; `text` stood from a line on. */
export function exampleParsed(read: Parsed, line: number, text: string, context: ParseContext): Parsed {
  const { errors = [], snapshots = [], rejects = [], records, calls, costs, devices } = read
  const more = [records, calls, costs, devices].reduce((sum, list) => sum + (list?.length ?? 0), 0)
  const reason = `an example: ${more} rows or calls in it are not taken for those of the account` as const
  return {
    errors: errors.map((error) => exampleOf('error', { ...error, readWith: null })),
    snapshots: snapshots.map((snapshot) => exampleOf('snapshot', snapshot)),
    rejects: more === 0 ? rejects : [...rejects, rejectOf(context, { line, reason, text })],
  }
}
