import { evidenceId } from '../../evidence/id.ts'
import type { EvidenceBesideRows } from '../../evidence/evidence.ts'
import type { Instant } from '../../time/instant.ts'
import { wallTime } from '../../time/wall.ts'
import { fixedOffset, offsetAt, UNKNOWN_ZONE, type Zone } from '../../time/zone.ts'
import { span, spansOverlap, type Span } from '../../time/span.ts'
import type { Account } from '../readings/account.ts'
import type { AnalyseOptions } from '../analyse-options.ts'
import { findAssumedBlocks } from './assumed-blocks.ts'
import type { Block } from './block.ts'
import { coverageWithin } from '../readings/coverage.ts'
import type { Digest, FrameDigest } from '../digest.ts'
import type { DoubtfulTime } from '../clocks/doubtful-times.ts'
import { capNear } from '../judge/facts/concurrency.ts'
import { possiblyServed, untilInDoubt, withoutHours } from '../clocks/hour-twice.ts'
import { futureOffsets, type FutureOffsets } from '../judge/future-offsets.ts'
import { judgeByOffset } from '../judge/judge-by-offset.ts'
import { leadingCause } from '../judge/judge.ts'
import { missingEvidence } from '../judge/missing-evidence.ts'
import { namedQuotas, type NamedAt } from '../judge/named-quotas.ts'
import { findMarkedBlocks } from './marked-blocks.ts'
import { recordsWithin, type Frame } from '../clocks/placed-records.ts'
import { judgeParts } from '../judge/parts/judge-parts.ts'
import { leadingOf, mergeVerdicts, type JudgedPart } from '../judge/parts/merge-parts.ts'
import type { BlockedWindow, Incident } from '../report.ts'
import { rowsLookedAt } from '../judge/rows-looked-at.ts'
import type { Rules } from '../rules.ts'
import { withUndated } from './undated-errors.ts'
import { successesIn, type Successes } from '../logs/successes.ts'
import { findSuspectedBlocks, type Suspicion } from './suspected-blocks.ts'

/** What one frame of the evidence gave. */
export interface FrameIncidents {
  readonly incidents: readonly Incident[]
  readonly undecided: Suspicion['undecided']
}

export interface Circumstances {
  readonly evidence: EvidenceBesideRows
  readonly account: Account
  /** What is known in UTC to have succeeded. */
  readonly successes: Successes
  readonly named: NamedAt
  readonly doubtful: readonly DoubtfulTime[]
  readonly now: Instant
  readonly zone: Zone
  readonly rules: Rules
}

export const circumstancesOf = (
  { evidence, told, account, utc, doubtful }: Digest,
  { now, zone, rules }: AnalyseOptions,
): Circumstances => ({
  evidence: { ...evidence, ...told },
  account,
  successes: possiblyServed(utc, doubtful),
  named: namedQuotas(utc),
  doubtful,
  now,
  zone,
  rules,
})

/** An incident as it was judged, and the time whose rows and coverage had a say in it. */
interface Judged {
  readonly incident: Incident
  readonly rowsLookedAt: Span
}

/** Incidents that stand as they were judged before, by what makes their block itself. */
export type JudgedBlocks = Map<string, Judged>

/**
 * Finds the blocked windows of a frame and judges each that is not in `judged`, where it then is. Incidents are in the
 * order of time.
 */
export function incidentsIn(
  digest: FrameDigest,
  circumstances: Circumstances,
  judged: JudgedBlocks,
): FrameIncidents {
  const { evidence, account, zone, rules, doubtful } = circumstances
  const { frame, adrift, served } = digest
  const isUtc = frame.clock === 'utc'
  const coverage = isUtc ? withoutHours(digest.coverage, doubtful) : digest.coverage
  const seen = { ...digest, coverage }
  const told = isUtc ? untilInDoubt(digest.dated, doubtful) : digest.dated
  const dated = withUndated(told, evidence)
  const successes = successesIn(frame, served)
  const assumed = isUtc ? unlessShown(findAssumedBlocks(evidence, account.readings, rules), dated) : []
  const inDoubt = unlessShown(digest.inDoubt, dated)
  const marked = findMarkedBlocks(evidence.marks, frame.clock, zone, dated, successes)
  const { blocks, undecided } = findSuspectedBlocks(
    frame,
    coverage,
    evidence,
    [...dated, ...inDoubt, ...marked],
    rules,
  )
  const inFuture = futureOffsets(frame, evidence.captures, circumstances.now, rules)
  const incidents = [...dated, ...inDoubt, ...adrift, ...assumed, ...marked, ...blocks]
    .toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
    .map((block) => {
      const key = keyOf(block)
      const known = key === null ? undefined : judged.get(key)
      const incident = known?.incident ?? incidentOf(block, seen, inFuture, circumstances)
      if (key !== null && !known)
        judged.set(key, {
          incident,
          rowsLookedAt: rowsLookedAt(block, account.views, circumstances.successes, rules),
        })
      return incident
    })
  return { incidents, undecided }
}

/** What makes a block itself; null for one that "now" still has a say in, which is judged every time. */
function keyOf({ span: { from, to }, backAt, refusals, successes, refs }: Block): string | null {
  if (backAt === null || refusals.length === 0) return null
  return [from, to, refusals.length, successes, refs[0], refs.at(-1)].join(' ')
}

/** An error that is only assumed to be of some time adds nothing where a dated block of that time is known. */
const unlessShown = (assumed: readonly Block[], dated: readonly Block[]): readonly Block[] =>
  assumed.filter((block) => !dated.some((known) => spansOverlap(known.span, block.span)))

function incidentOf(
  block: Block,
  digest: FrameDigest,
  inFuture: FutureOffsets,
  circumstances: Circumstances,
): Incident {
  const { account, successes, named, now, rules } = circumstances
  const { frame, coverage, logged } = digest
  const subject = { successes, named, now, rules }
  const { parts, verdicts } =
    frame.clock === 'utc'
      ? judgedInParts(
          judgeParts({ ...subject, block, coverage, logged, records: frame.records }, account.views).flat(),
        )
      : judgeByOffset(block, digest, inFuture, subject, account.views)
  const leading = leadingOf(parts)
  const whole = blockedWindow(block, frame, circumstances.zone)
  return {
    id: evidenceId('record', 'incident', block.grade, block.refs[0] ?? null).replace('record:', 'incident:'),
    block: whole,
    leading,
    verdicts,
    parts: parts.map((part, index) => ({
      span: frame.clock === 'utc' ? part.block.span : null,
      local: localEdges(part.block, frame, circumstances.zone),
      open: whole.open && index === parts.length - 1,
      leading: leadingCause(part.verdicts),
      verdicts: part.verdicts,
    })),
    missing: missingEvidence(verdicts, leading, {
      block,
      coverage,
      told: account.told,
      meters: account.meters,
      // A wall clock cannot be held against readings: any that states a cap will do.
      capKnown:
        frame.clock === 'utc'
          ? capNear({ readings: account.readings, block, rules }) !== null
          : account.capRead,
    }),
    coverage: coverageWithin(coverage, block.span),
  }
}

const judgedInParts = (parts: readonly JudgedPart[]) => ({ parts, verdicts: mergeVerdicts(parts) })

function blockedWindow(block: Block, frame: Frame, zone: Zone): BlockedWindow {
  return {
    grade: block.grade,
    span: frame.clock === 'utc' ? block.span : null,
    local: localEdges(block, frame, zone),
    within: block.within,
    open: block.refusals.length > 0 && block.backAt === null && !block.hourTwice,
    refs: block.refs,
  }
}

/** The edges on the wall clock, where the evidence itself was printed without a zone. */
function localEdges(block: Block, frame: Frame, zone: Zone): BlockedWindow['local'] {
  const { from, to }: Span = block.span
  if (frame.clock === 'wall') return { from: wallTime(from), to: wallTime(to) }
  const printed = recordsWithin(frame.records, span(from, from + 1)).find(
    ({ record }) => record.id === block.refs[0],
  )?.record.when
  const assumed = printed?.kind === 'span' ? printed.local?.zone : null
  const shownIn = assumed ?? (printed?.kind === 'local' && zone !== UNKNOWN_ZONE ? zone : null)
  if (!shownIn) return null
  const onWall = (at: Instant) => wallTime(at + (fixedOffset(shownIn) ?? offsetAt(shownIn, at)))
  return { from: onWall(from), to: onWall(to) }
}
