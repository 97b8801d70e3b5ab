import { blockBands, type BlockBand } from '../../../shared/analyse/views/lanes/block-bands.ts'
import { requestBuckets, type RequestBucket } from '../../../shared/analyse/views/lanes/request-buckets.ts'
import { clockOf, extentOf } from '../../../shared/analyse/views/lanes.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { span, type Span } from '../../../shared/time/span.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { daysWithEvidence } from '../days-with-evidence.ts'
import type { ClockKind } from '../frame.ts'
import type { Known, Question } from './question.ts'

interface HistoryAsk {
  /** Null: the clock that most of the evidence is on. */
  readonly clock: ClockKind | null
  /** At most so many bars of requests. */
  readonly buckets: number
}

/** The whole history at a glance: how far it reaches, and where in it something is. */
export interface History {
  readonly clock: ClockKind
  /** True where something has a time without a zone, and the zone is not known: it is on the clock on the wall alone. */
  readonly zoneless: boolean
  /** From the first to the last moment of anything; null where nothing is dated on this clock. */
  readonly extent: Span | null
  /** Null: it is the whole history. Else what is older is still being read. */
  readonly since: Instant | null
  readonly days: readonly Day[]
  readonly requests: readonly RequestBucket[]
  readonly blocks: readonly BlockBand[]
}

export const historyQuestion: Question<HistoryAsk, History> = {
  name: 'history',
  // It says itself how far it reaches.
  earliest: () => Number.POSITIVE_INFINITY,
  answer: (known, ask) => {
    const { report, derived } = known
    const clock = ask.clock ?? clockOf(known)
    const found = extentOf(known, clock)
    const extent = found && span(found.from, found.to + 1)
    const days = daysWithEvidence(known, clock)
    const common = { clock, extent, days, zoneless: hasZoneless(known), since: known.since }
    if (!extent) return { ...common, requests: [], blocks: [] }
    const step = Math.max(1, Math.ceil((extent.to - extent.from) / ask.buckets))
    const edges = Array.from({ length: ask.buckets + 1 }, (_, n) => extent.from + n * step)
    return {
      ...common,
      requests: requestBuckets(derived.on(clock).rows, edges, extent),
      blocks: blockBands(report, clock, extent),
    }
  },
}

const hasZoneless = ({ evidence, derived, report: { zone } }: Known): boolean =>
  zone === UNKNOWN_ZONE &&
  (derived.on('wall').frame.records.length > 0 ||
    [evidence.errors, evidence.calls, evidence.snapshots, evidence.marks].some((items) =>
      items.some(({ when }) => when.kind === 'local'),
    ))
