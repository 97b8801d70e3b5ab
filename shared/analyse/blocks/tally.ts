import { intersectSpans, span, spanLength, type Span } from '../../time/span.ts'
import type { Burst } from '../logs/bursts.ts'
import { useWithin, type MeterUse, type Rises, type UsedWindow } from '../views/meter-use.ts'
import { recordsWithin, type Frame } from '../clocks/placed-records.ts'
import type { Coverage, Report } from '../report.ts'

/** Counts of a stretch; `observedMs` of it was looked at, and only of that the counts speak. */
export interface Tally {
  readonly requests: number
  readonly failures: number
  readonly blockedMs: number
  /** Bursts that began in it. */
  readonly bursts: number
  /** What was used of each quota; null where no readings show it. */
  readonly used: Readonly<Record<UsedWindow, MeterUse | null>>
  readonly observedMs: number
}

/** All that is counted from, on one clock. */
export interface Countable {
  readonly frame: Frame
  readonly coverage: Coverage
  /** The blocks that have a length of their own. */
  readonly blocks: readonly Span[]
  readonly bursts: readonly Burst[]
  readonly rises: Readonly<Record<UsedWindow, Rises>>
}

/** Counts some stretches together. */
export function tallyOf(stretches: readonly Span[], countable: Countable): Tally {
  const { frame, coverage, blocks, bursts, rises } = countable
  const rows = stretches.map((range) => recordsWithin(frame.records, range))
  const lengthOf = (what: readonly Span[]) =>
    stretches.reduce((sum, range) => sum + lengthWithin(what, range), 0)
  return {
    requests: rows.reduce((sum, some) => sum + some.length, 0),
    failures: rows.reduce(
      (sum, some) => sum + some.filter(({ record }) => record.outcome === 'failure').length,
      0,
    ),
    blockedMs: lengthOf(blocks),
    bursts: bursts.filter(({ span: { from } }) =>
      stretches.some((range) => from >= range.from && from < range.to),
    ).length,
    used: {
      '5h': useWithin(rises['5h'], stretches),
      '7d': useWithin(rises['7d'], stretches),
      'month': useWithin(rises.month, stretches),
    },
    observedMs: lengthOf(coverage.observed),
  }
}

/** Blocks that are only known to lie somewhere in these stretches, and have no length of their own. */
export const looseBlocks = ({ incidents }: Report, clock: Frame['clock']): readonly Span[] =>
  incidents.flatMap(({ block }) => (block.within && block.span && clock === 'utc' ? [block.span] : []))

/** A block that is only known to lie somewhere in a stretch has no length of its own. */
export const blockedSpans = (
  { incidents }: Pick<Report, 'incidents'>,
  clock: Frame['clock'],
): readonly Span[] =>
  incidents.flatMap(({ block }) => {
    if (block.within) return []
    if (clock === 'utc') return block.span ? [block.span] : []
    return block.span === null && block.local ? [span(block.local.from, block.local.to)] : []
  })

/** How much of a range some spans, none over another, fill together, in ms. */
export const lengthWithin = (spans: readonly Span[], range: Span): number =>
  spans.reduce((sum, each) => {
    const shared = intersectSpans(each, range)
    return shared ? sum + spanLength(shared) : sum
  }, 0)
