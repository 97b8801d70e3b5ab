import type { Capture } from '../../shared/evidence/kinds/capture.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { groupBy } from '../../shared/evidence/group-by.ts'
import { evidenceId } from '../../shared/evidence/id.ts'
import { recordId, rowKey } from '../../shared/evidence/kinds/usage-record.ts'
import { whenOfLocal } from '../../shared/evidence/local-time.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import type { QuotaSnapshot } from '../../shared/evidence/kinds/quota-snapshot.ts'
import { UNDATED, type When } from '../../shared/evidence/when.ts'
import { DAY_OF_HOURS, SECOND } from '../../shared/time/duration.ts'
import { earlier } from '../../shared/time/instant.ts'
import { span } from '../../shared/time/span.ts'
import { instantsOfWall, wallTime, writeWallTime } from '../../shared/time/wall.ts'
import { offsetAt, UNKNOWN_ZONE, type KnownZone, type Zone } from '../../shared/time/zone.ts'
import type { Random } from './random.ts'

/** Evidence as somebody else might have brought it in: nothing is gone, and nothing is new that matters. */
export type Otherwise = (evidence: Evidence, random: Random, zone: Zone) => Evidence

/** In another order, and everything twice: not a word may change. */
export const SAME: Readonly<Record<string, Otherwise>> = {
  'in another order': ({ records, snapshots, errors, calls, captures, ...others }) => ({
    ...others,
    records: records.toReversed(),
    snapshots: snapshots.toReversed(),
    errors: errors.toReversed(),
    calls: calls.toReversed(),
    captures: captures.toReversed(),
  }),
  'merged with itself': (evidence) => mergeEvidence(evidence, evidence),
  'its rows pasted again without their zone': (evidence, _, zone) =>
    zone === UNKNOWN_ZONE
      ? evidence
      : mergeEvidence(evidence, { ...NO_EVIDENCE, records: asPasted(evidence.records, zone) }),
}

/** What may make a word weaker. */
export const WEAKER: Readonly<Record<string, Otherwise>> = {
  'pages cut in two': (evidence, random) => ({
    ...evidence,
    captures: evidence.captures.flatMap((capture) => cutPage(capture, evidence, random)),
  }),
  'logs cut in two': (evidence, random) => {
    const times = [...evidence.errors, ...evidence.calls].flatMap(({ when }) => timeOf(when) ?? [])
    const cut = times[random.whole(0, Math.max(0, times.length - 1))] ?? 0
    const half = <T extends Evidence['errors'][number] | Evidence['calls'][number]>(of: readonly T[]): T[] =>
      of.map((each) => ({
        ...each,
        origins: each.origins.map(({ capture, at }) => ({
          capture: `${capture} ${(timeOf(each.when) ?? 0) < cut ? 'older' : 'newer'}`,
          at,
        })),
      }))
    return { ...evidence, errors: half(evidence.errors), calls: half(evidence.calls) }
  },
  'an old reading beside it': (evidence) => ({
    ...evidence,
    snapshots: [...evidence.snapshots, ...evidence.snapshots.slice(0, 1).map(monthBefore)],
  }),
  'a copy of a text that nothing dates': (evidence, random) => {
    const dated = evidence.errors.filter(({ when }) => when.kind !== 'undated')
    const one = dated[random.whole(0, Math.max(0, dated.length - 1))]
    if (!one) return evidence
    const copy = { ...one, id: evidenceId('error', 'a copy'), when: UNDATED, origins: [] }
    return { ...evidence, errors: [...evidence.errors, copy] }
  },
}

/** Rows as the table shows them, which has neither request ids nor a zone; those of an hour that comes twice are left out. */
function asPasted(records: Evidence['records'], zone: KnownZone): Evidence['records'] {
  const rows = records.flatMap(({ when, ...row }) => {
    if (when.kind !== 'span' || when.ambiguous) return []
    const wall = wallTime(when.span.from + offsetAt(zone, when.span.from))
    const copy = {
      ...row,
      requestId: null,
      when: whenOfLocal(writeWallTime(wall), wall, SECOND, UNKNOWN_ZONE),
      origins: [],
    }
    return instantsOfWall(wall, zone).length > 1 ? [] : [copy]
  })
  return [...groupBy(rows, rowKey).values()].flatMap((equal) =>
    equal.map((row, ordinal) => ({ ...row, id: recordId(row, ordinal) })),
  )
}

const timeOf = (when: When): number | null => (when.kind === 'span' ? when.span.from : null)

/** Both halves were captured when the whole was. */
function cutPage(capture: Capture, { records }: Evidence, random: Random): readonly Capture[] {
  if (capture.recordIds.length < 2) return [capture]
  const at = random.whole(1, capture.recordIds.length - 1)
  const whenOf = new Map(records.map(({ id, when }) => [id, when]))
  const half = (ids: readonly string[], name: string): Capture => ({
    ...capture,
    id: evidenceId('capture', capture.id, name),
    rows: ids.length,
    newest: whenOf.get(ids[0] ?? '') ?? capture.newest,
    oldest: whenOf.get(ids.at(-1) ?? '') ?? capture.oldest,
    recordIds: ids,
  })
  return [half(capture.recordIds.slice(0, at), 'newer'), half(capture.recordIds.slice(at), 'older')]
}

/** On the same grid: windows of 5 hours and of a week fit into 35 days. */
function monthBefore(snapshot: QuotaSnapshot): QuotaSnapshot {
  const back = 35 * DAY_OF_HOURS
  const when: When =
    snapshot.when.kind === 'span'
      ? { kind: 'span', span: span(snapshot.when.span.from - back, snapshot.when.span.to - back) }
      : snapshot.when
  return {
    ...snapshot,
    id: evidenceId('snapshot', snapshot.id, 'a month before'),
    when,
    meters: snapshot.meters.map((meter) => ({
      ...meter,
      reset: meter.reset?.kind === 'at' ? { ...meter.reset, at: earlier(meter.reset.at, back) } : null,
    })),
  }
}
