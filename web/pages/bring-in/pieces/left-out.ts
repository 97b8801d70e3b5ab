import type { RecognisedPiece } from '../../../../shared/intake.ts'
import type { Source } from '../../../data/intake/jobs.ts'

/** A piece that the reader takes for none of the evidence: not theirs, or an example. */
export type LeftOutPiece = Pick<RecognisedPiece, 'source' | 'fromLine' | 'toLine'>

/** A larger file is a log, which is one piece: that is removed, not left out. In bytes. */
const LARGEST = 8 * 1024 * 1024

/** Whether pieces of an input can be left out: of an archive, a bundle or a large log they are not lines of one text. */
export const hasLines = (source: Source, pieces: readonly RecognisedPiece[]): boolean =>
  ('body' in source || source.file.size <= LARGEST) &&
  pieces.length > 1 &&
  pieces.every(({ file, source: kind }) => file === undefined && kind !== 'bundle')

/** The input with those lines empty: what is left keeps its place, and what was left out neither joins nor parts it. */
export async function withoutPieces(source: Source, pieces: readonly LeftOutPiece[]): Promise<Source> {
  if (pieces.length === 0) return source
  const text = 'body' in source ? source.body : await source.file.text()
  const body = text
    .split('\n')
    .map((line, index) =>
      pieces.some(({ fromLine, toLine }) => fromLine <= index + 1 && index + 1 <= toLine) ? '' : line,
    )
    .join('\n')
  return { via: source.via, name: source.name, body }
}
