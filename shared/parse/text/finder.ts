import type { CaptureSource } from '../../evidence/kinds/capture.ts'
import { NO_EVIDENCE, type Evidence } from '../../evidence/evidence.ts'
import { evidenceFor, KINDS } from '../../evidence/kinds/kinds.ts'
import type { Why } from '../../evidence/sentences/recognitions.ts'
import type { ParseContext, Parsed, TextParser } from '../parser.ts'
import { splitLines, type TextLines } from './text-lines.ts'

/** A piece of evidence that begins on a line, found and read in one pass. */
export interface Found {
  readonly source: CaptureSource
  /** Why it is taken for that, for people. */
  readonly why: Why
  /** Index after its last line. */
  readonly to: number
  readonly parsed: Parsed
  /** Where it begins on its first line; 0 where it has the line to itself. */
  readonly fromColumn: number
  /** Where it ends on its last line; Infinity where it has the line to itself. */
  readonly toColumn: number
  /** It stands in its text as an example. */
  readonly example?: true
}

export const WHOLE_LINES = { fromColumn: 0, toColumn: Infinity } as const

/** What finders are told: rows get a capture of their own where an input holds several pages of them. */
export interface FinderContext {
  readonly piece: ParseContext
  /** The context for a page of rows that begins on this line of the input. */
  readonly rowsFrom: (line: number) => ParseContext
}

/** Looks whether a piece of its kind begins on the line `from`, at or after a column; null when none does. */
export type Finder = (lines: TextLines, from: number, context: FinderContext, column?: number) => Found | null

const finderContext = (context: ParseContext): FinderContext => ({
  piece: context,
  rowsFrom: () => context,
})

/** A parser that reads all pieces of one kind in a text and leaves the rest. */
export const parserOf =
  (find: Finder): TextParser =>
  (piece, context) => {
    const lines = splitLines(piece.text, piece.line)
    const parts: Parsed[] = []
    for (let from = 0; from < lines.texts.length;) {
      const found = find(lines, from, finderContext(context))
      if (found) parts.push(found.parsed)
      from = found?.to ?? from + 1
    }
    return joinParsed(parts)
  }

/** One after another; equal things stay as often as they were found. */
export function joinParsed(parts: readonly Parsed[]): Parsed {
  const all: readonly Evidence[] = parts.map((part) => ({ ...NO_EVIDENCE, ...part }))
  return {
    ...evidenceFor(KINDS, (kind) => all.flatMap((part) => part[kind])),
    ...(parts.some((part) => part.goesOn) && { goesOn: true }),
  }
}
