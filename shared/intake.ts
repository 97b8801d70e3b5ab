import type { RawCapture } from './evidence/capture.ts'
import { NO_EVIDENCE, type Evidence } from './evidence/evidence.ts'
import { evidenceId } from './evidence/id.ts'
import type { Reason } from './evidence/sentences/reasons.ts'
import type { Why } from './evidence/sentences/recognitions.ts'
import { looksLikeBundle, readBundle } from './export/bundle/read-bundle.ts'
import { parseInput, type ParsedInput, type ParseOptions, type RecognisedPiece } from './parse/parse-input.ts'
import { rejectOf } from './parse/reject.ts'
import { putEvidence } from './store/put-evidence.ts'
import type { PutSummary } from './store/put-summary.ts'
import type { Store } from './store/store.ts'

export type { ParsedInput, RecognisedPiece } from './parse/parse-input.ts'

/** Reads whatever is brought in: a bundle of ours, or anything that the parse door knows. Never throws on content. */
export const readInput = (raw: RawCapture, options: ParseOptions): ParsedInput =>
  looksLikeBundle(raw.body) ? readBundleInput(raw, options) : parseInput(raw, options)

/** Adds what was read to an account: all of it, or, when that fails, none (a StoreError). */
export const keepInput = (store: Store, account: string, { evidence }: ParsedInput): Promise<PutSummary> =>
  putEvidence(store, account, evidence)

/** A bundle is taken whole or refused whole, with the reason. */
function readBundleInput(raw: RawCapture, { zone }: ParseOptions): ParsedInput {
  const read = readBundle(raw.body)
  if (read.ok)
    return { evidence: read.evidence, pieces: [pieceOf(raw, 'a bundle of Quotascope', read.evidence)] }
  const { at, via, input } = raw
  const context = { capture: evidenceId('capture', raw.body, at), at, via, input, zone }
  const reason: Reason = `this bundle is refused: ${read.reason}`
  const evidence: Evidence = {
    ...NO_EVIDENCE,
    rejects: [rejectOf(context, { path: '$', reason, text: raw.body.slice(0, 400) })],
  }
  return { evidence, pieces: [pieceOf(raw, reason, evidence)] }
}

function pieceOf({ body }: RawCapture, why: Why, evidence: Evidence): RecognisedPiece {
  const { records, snapshots, errors, calls, costs, devices, marks, rejects } = evidence
  return {
    source: 'bundle',
    why,
    fromLine: 1,
    toLine: Math.max(1, body.trimEnd().split('\n').length),
    counts: {
      records: records.length,
      snapshots: snapshots.length,
      errors: errors.length,
      calls: calls.length,
      costs: costs.length,
      devices: devices.length,
      marks: marks.length,
      rejects: rejects.length,
    },
  }
}
