import { countsOf } from '../../../shared/parse/recognised-pieces.ts'
import { DATED_KINDS } from '../../../shared/evidence/kinds/kinds.ts'
import { looksLikeBundle } from '../../../shared/export/bundle/read-bundle.ts'
import { readInput, type ReadInput } from '../../../shared/intake.ts'
import { streamInput, type StreamProgress } from '../../../shared/parse/stream-input.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import type { ReadSummary, Source } from './jobs.ts'

/** How much of a file is looked at to tell whether it is a bundle of ours, which is read whole. */
const HEAD = 4096
/** What a page can draw; the numbers are of all. */
const MAX_PIECES = 2_000
const MAX_REJECTS = 200

export interface ReadOptions {
  readonly zone: Zone
  readonly readAt: Instant
  readonly signal: AbortSignal
  readonly onProgress: (progress: StreamProgress) => void
}

/**
 * Reads an input; a file piece by piece, so that hundreds of megabytes need not fit. When it was captured is not known: a
 * file's date is that of its last copy. Rejects with the signal's reason when it is cancelled.
 */
export async function readSource(source: Source, options: ReadOptions): Promise<ReadInput> {
  const { via, name } = source
  const whole = (body: string) => readInput({ at: null, via, input: name, source: null, body }, options)
  if ('body' in source) return whole(source.body)
  const { file } = source
  if (looksLikeBundle(await file.slice(0, HEAD).text())) return whole(await file.text())
  return streamInput({ name, size: file.size, stream: file.stream() }, options)
}

export function summaryOf({ evidence, pieces, bundle }: ReadInput): ReadSummary {
  return {
    pieces: pieces.slice(0, MAX_PIECES),
    morePieces: Math.max(0, pieces.length - MAX_PIECES),
    totals: countsOf(evidence),
    rejects: evidence.rejects.slice(0, MAX_REJECTS),
    bundle: bundle ?? null,
    zoneless: DATED_KINDS.some((kind) => evidence[kind].some(({ when }) => when.kind === 'local')),
  }
}
