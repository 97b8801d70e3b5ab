import type { RawCapture } from './evidence/kinds/capture.ts'
import { NO_EVIDENCE, type Evidence } from './evidence/evidence.ts'
import { evidenceId } from './evidence/id.ts'
import type { Installation } from './evidence/installation.ts'
import type { Reason } from './evidence/sentences/reasons.ts'
import type { Why } from './evidence/sentences/recognitions.ts'
import { sharedHistory } from './evidence/shared-history.ts'
import type { BundlePurpose, Manifest } from './export/bundle/manifest-schema.ts'
import { looksLikeBundle, readBundle } from './export/bundle/read-bundle.ts'
import { digestOfParts } from './export/bundle/write-bundle.ts'
import { parseInput, type ParsedInput, type ParseOptions, type RecognisedPiece } from './parse/parse-input.ts'
import { countsOf } from './parse/recognised-pieces.ts'
import { rejectOf } from './parse/reject.ts'
import { dayOf } from './time/day.ts'
import type { Instant } from './time/instant.ts'
import { UTC, type Zone } from './time/zone.ts'

export type { RecognisedPiece } from './parse/parse-input.ts'

/** What a bundle says of itself beside its evidence. */
export interface BundleOrigin {
  readonly purpose: BundlePurpose
  /** The zone that its zone-less evidence was read in. */
  readonly zone: Zone
  /** Under which label it stands beside the accounts, where it is redacted and therefore merged with none. */
  readonly history: string
  readonly writtenAt: Instant
  /** Of all its evidence. */
  readonly digest: string
  /** Absent where it was saved by hand. */
  readonly installation?: Installation | undefined
}

export interface ReadInput extends ParsedInput {
  /** Absent where it was no bundle, or one that was refused. */
  readonly bundle?: BundleOrigin
}

export interface ReadOptions extends ParseOptions {
  /** A SHA-256 of the host's own, which is faster than ours. */
  readonly sha256?: (text: string) => string
}

/** Reads whatever is brought in: a bundle of ours, or anything that the parse door knows. Never throws on content. */
export const readInput = (raw: RawCapture, options: ReadOptions): ReadInput =>
  looksLikeBundle(raw.body) ? readBundleInput(raw, options) : parseInput(raw, options)

/** Where what was read belongs: into the account, or, of a redacted bundle, into a history of its own. */
export const historyFor = ({ bundle }: ReadInput, account: string): string =>
  bundle?.purpose === 'redacted' ? bundle.history : account

/** A bundle is taken whole or refused whole, with the reason. */
function readBundleInput(raw: RawCapture, { zone, sha256 }: ReadOptions): ReadInput {
  const read = readBundle(raw.body, sha256)
  if (read.ok) {
    const why = WHY[read.manifest.purpose]
    return {
      evidence: read.evidence,
      pieces: [pieceOf(raw, why, read.evidence)],
      bundle: originOf(read.manifest),
    }
  }
  const { at, via, input } = raw
  const context = { capture: evidenceId('capture', raw.body, at), at, via, input, zone }
  const reason: Reason = `this bundle is refused: ${read.reason}`
  const evidence: Evidence = {
    ...NO_EVIDENCE,
    rejects: [rejectOf(context, { path: '$', reason, text: raw.body.slice(0, 400) })],
  }
  return { evidence, pieces: [pieceOf(raw, reason, evidence)] }
}

const WHY: Readonly<Record<BundlePurpose, Why>> = {
  complete: 'a complete bundle of Quotascope: it is merged with what is there',
  redacted: 'a redacted bundle of Quotascope: a history of its own, merged with none',
}

function originOf({ purpose, zone, writtenAt, parts, installation }: Manifest): BundleOrigin {
  const digest = digestOfParts(parts)
  const history = sharedHistory(dayOf(writtenAt, UTC), digest)
  return { purpose, zone, history, writtenAt, digest, installation }
}

function lineCount(body: string): number {
  const end = body.trimEnd().length
  let count = 1
  for (let at = body.indexOf('\n'); at !== -1 && at < end; at = body.indexOf('\n', at + 1)) count += 1
  return count
}

function pieceOf({ body }: RawCapture, why: Why, evidence: Evidence): RecognisedPiece {
  return {
    source: 'bundle',
    why,
    fromLine: 1,
    toLine: lineCount(body),
    counts: countsOf(evidence),
  }
}
