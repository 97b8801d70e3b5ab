import { span, spanLength, type Span } from '../../../time/span.ts'
import type { Burst } from '../../logs/bursts.ts'
import { itemsReaching } from '../../first-index.ts'
import { joinNear } from './join-near.ts'

/** A burst on a timeline, or several that lie too near each other to be told apart at this zoom. */
export interface BurstBand extends Omit<Burst, 'likely'> {
  /** What the bursts' shapes resemble, each once; empty where they resemble nothing known. */
  readonly likely: readonly NonNullable<Burst['likely']>[]
  readonly count: number
}

/** More than this are not told apart at one look (our choice). */
const MOST = 120
const MAX_REFS = 20

/** Those of bursts in the order of time that overlap a range. Whole ones: a burst is not cut where the range ends. */
export function burstBands(bursts: readonly Burst[], range: Span): readonly BurstBand[] {
  const bands = itemsReaching(bursts, range).map((burst): BurstBand => ({
    ...burst,
    likely: burst.likely === null ? [] : [burst.likely],
    count: 1,
  }))
  return bands.length <= MOST ? bands : joinNear(bands, spanLength(range) / MOST, asOne)
}

const asOne = (a: BurstBand, b: BurstBand): BurstBand => ({
  span: span(a.span.from, Math.max(a.span.to, b.span.to)),
  starts: a.starts + b.starts,
  perSecond: Math.max(a.perSecond, b.perSecond),
  perTenSeconds: Math.max(a.perTenSeconds, b.perTenSeconds),
  perMinute: Math.max(a.perMinute, b.perMinute),
  likely: [...new Set([...a.likely, ...b.likely])].toSorted(),
  refs: a.refs.length >= MAX_REFS ? a.refs : [...a.refs, ...b.refs].slice(0, MAX_REFS),
  count: a.count + b.count,
})
