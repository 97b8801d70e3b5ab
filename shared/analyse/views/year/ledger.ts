import type { Day } from '../../../time/day.ts'
import { span, spanLength, type Span } from '../../../time/span.ts'
import { UNKNOWN_ZONE, type Zone } from '../../../time/zone.ts'
import type { Analysis } from '../../analysis.ts'
import type { Frame } from '../../clocks/placed-records.ts'
import type { Cause, Incident, Report } from '../../report.ts'
import { lengthWithin } from '../../blocks/tally.ts'
import { byCause } from './by-cause.ts'
import { periodsUntil, type Period } from './calendar-periods.ts'
import { countHits, edgesOn, hitsOn, sameHitOf, type CountRange, type MaybeHit } from './hits.ts'

/** How often each limit was hit in a week or a month. */
export interface LedgerPeriod extends Period {
  readonly hits: Readonly<Record<Cause, CountRange>>
  /** Blocks of any cause, and those of which none is shown. */
  readonly blocks: CountRange
  readonly unknown: CountRange
  /** How much of it was looked at, and how much has passed: the counts are of what was looked at. */
  readonly observedMs: number
  readonly passedMs: number
}

/** The last four whole weeks against the four before. */
interface Trend {
  readonly recent: CountRange
  readonly before: CountRange
  /** `open`: the ranges overlap, or the smaller one might only be smaller because less was looked at. */
  readonly word: 'more' | 'fewer' | 'same' | 'open'
}

export interface Ledger {
  readonly weeks: readonly LedgerPeriod[]
  readonly months: readonly LedgerPeriod[]
  /** Null while there are not eight whole weeks. */
  readonly trend: Readonly<Record<Cause, Trend>> | null
  /** Blocks whose time is known on another clock only, while the zone is unknown; they are not counted. */
  readonly elsewhere: number
}

/**
 * The limit ledger of the year up to a day: how often each limit was hit, between two numbers where evidence leaves it
 * open. A stretch that nobody looked at is in `observedMs`, never in a zero.
 */
export function ledgerOf({ report, derived }: Analysis, last: Day, zone: Zone): Ledger {
  const clock: Frame['clock'] = zone === UNKNOWN_ZONE ? 'wall' : 'utc'
  const { observed } = derived.on(clock).coverage
  const now = clock === 'wall' ? Number.POSITIVE_INFINITY : report.now
  const count = counter(report, clock)
  const period = (each: Period): LedgerPeriod => ({
    ...each,
    ...count(each.span),
    observedMs: lengthWithin(observed, each.span),
    passedMs: Math.max(0, Math.min(each.span.to, now) - each.span.from),
  })
  const { weeks, months } = periodsUntil(last, zone)
  const counted = weeks.map(period)
  return {
    weeks: counted,
    months: months.map(period),
    trend: trendOf(counted, count),
    elsewhere: report.incidents.filter(({ block }) => (block.span === null) !== (clock === 'wall')).length,
  }
}

type Count = (span: Span) => Pick<LedgerPeriod, 'hits' | 'blocks' | 'unknown'>

function counter(report: Report, clock: Frame['clock']): Count {
  const hits = hitsOn(report, clock)
  const blocks = blocksOn(report.incidents, clock)
  const open = blocksOn(
    report.incidents.filter(({ leading }) => leading === 'unknown'),
    clock,
  )
  const sames = byCause((cause) => sameHitOf(cause, windowsFor(cause, report, clock)))
  return (range) => ({
    hits: byCause((cause) => countHits(hits[cause], sames[cause], range)),
    blocks: countHits(blocks, () => false, range),
    unknown: countHits(open, () => false, range),
  })
}

const blocksOn = (incidents: readonly Incident[], clock: Frame['clock']): readonly MaybeHit[] =>
  incidents
    .flatMap(({ id, block }) => {
      const edges = edgesOn(block, clock)
      return edges
        ? [
            {
              block: id,
              from: edges.from,
              to: edges.to,
              sure: block.grade !== 'suspected',
              within: block.within,
            },
          ]
        : []
    })
    .toSorted((a, b) => a.from - b.from || a.to - b.to)

/** The windows of a quota; on a wall clock none has a place. */
const windowsFor = (cause: Cause, { windows }: Report, clock: Frame['clock']): readonly Span[] =>
  clock === 'wall' ? [] : windows.flatMap((each) => (cause === `quota_${each.window}` ? [each.span] : []))

/** So many weeks are held against as many before them. */
const TREND_WEEKS = 4

/** A stretch that was observed for at least this share counts as wholly observed, as in a comparison of days. */
const WHOLE = 0.98

function trendOf(weeks: readonly LedgerPeriod[], count: Count): Ledger['trend'] {
  const passed = weeks.filter((week) => week.passedMs === spanLength(week.span))
  const [recent, before] = [passed.slice(-TREND_WEEKS), passed.slice(-2 * TREND_WEEKS, -TREND_WEEKS)]
  const [first, middle, end] = [before[0], recent[0], recent.at(-1)]
  if (!first || !middle || !end || before.length < TREND_WEEKS) return null
  const counts = {
    recent: count(span(middle.span.from, end.span.to)).hits,
    before: count(span(first.span.from, middle.span.from)).hits,
  }
  const isWhole = (some: readonly LedgerPeriod[]) => sum(some, 'observedMs') >= WHOLE * sum(some, 'passedMs')
  return byCause((cause) => {
    const [now, then] = [counts.recent[cause], counts.before[cause]]
    const [nowWhole, thenWhole] = [isWhole(recent), isWhole(before)]
    const isSame = now.least === now.most && then.least === then.most && now.least === then.least
    const word =
      now.least > then.most && thenWhole
        ? 'more'
        : now.most < then.least && nowWhole
          ? 'fewer'
          : isSame && nowWhole && thenWhole
            ? 'same'
            : 'open'
    return { recent: now, before: then, word }
  })
}

const sum = (some: readonly LedgerPeriod[], part: 'observedMs' | 'passedMs'): number =>
  some.reduce((total, each) => total + each[part], 0)
