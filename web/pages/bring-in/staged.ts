import { READ_KINDS } from '../../../shared/evidence/kinds/kinds.ts'
import type { NotOpened } from '../../../shared/export/bundle/encrypted-bundle.ts'
import type { ReadSummary, Source } from '../../data/intake/jobs.ts'
import type { LeftOutPiece } from './pieces/left-out.ts'
import type { StreamProgress } from '../../../shared/parse/stream-input.ts'

/** A text that can be staged without a file: the sample. */
export interface Staged {
  readonly name: string
  readonly via: 'paste' | 'file'
  readonly body: string
}

/** How far reading an input has come. */
export type Reading =
  | { readonly state: 'reading'; readonly progress: StreamProgress | null }
  | { readonly state: 'read'; readonly summary: ReadSummary }
  | { readonly state: 'failed'; readonly error: unknown }
  /** An encrypted bundle: it waits for its passphrase. `why` says what was wrong with the last one. */
  | { readonly state: 'locked'; readonly why: NotOpened | null; readonly busy: boolean }

/** An input that waits to be kept, by the name under which the worker holds it. */
export interface Input {
  readonly id: string
  readonly source: Source
  /** What of it the reader has left out; the rest is what is read and kept. */
  readonly leftOut: readonly LeftOutPiece[]
  readonly reading: Reading
}

/** Evidence of an input, rejects aside. */
export const piecesOfEvidence = ({ totals }: ReadSummary): number =>
  READ_KINDS.reduce((sum, kind) => sum + totals[kind], 0)

/** True where anything of an input was taken for evidence, be it that it could not be read, or holds notes only. */
export const isRecognised = ({ pieces, morePieces }: ReadSummary): boolean =>
  morePieces > 0 ||
  pieces.some(
    ({ source, counts }) => source !== 'unrecognised' || Object.values(counts).some((count) => count > 0),
  )
