import type { Instant } from '../../../time/instant.ts'
import { span } from '../../../time/span.ts'
import { refusedSpan } from '../../blocks/block.ts'
import type { Case, Rule } from '../case.ts'
import { isCertainReset, isCertainWindow } from '../../readings/grid-certainty.ts'
import { resetsIn, windowAt, type Grid } from '../../readings/grid.ts'
import { segmentsAround, type MeterReading } from '../../readings/meter-index.ts'
import { isOnGrid } from '../../readings/readings.ts'
import { readingsBeside, someReadingNear } from '../../readings/readings-near.ts'
import type { Fact } from '../../report.ts'
import { mayBeResetSince } from '../../readings/reset-since.ts'
import type { GridWindow } from '../../rules.ts'
import { against, neutral, weakFor } from './fact.ts'
import { fallIn, stretchOf, type MeterFall } from './meter-falls.ts'
import { allKindsIn, isMostlyAfter, mayHaveRefusedBefore, toleranceOf } from './meter-bounds.ts'

/**
 * What the resets of a window say about a block (docs/verdicts.md#timing).
 *
 *     ✗✗✗✗✗✗✗✗✗✗✗✗✗✗✗✗✗✗✗✗ ok        outlived: the window was new, and still all was refused
 *           │ reset
 *     429 429 429 │ 401 401 ok       outlived otherwise: another limit may have taken over
 *     ✗✗✗✗✗✗✗✗✗ ok            │      back in mid-window: nothing was reset, and yet service was back
 *     │                     reset
 *     ✗✗✗✗✗✗✗✗✗✗✗✗ ok                fits: service back within minutes after a reset
 *               │ reset
 */
export const resetTiming =
  (window: GridWindow): Rule =>
  (subject) => {
    const { block, grid } = subject
    if (!grid || grid.anchors[window] === null || block.within) return []
    return [...outlivedReset(subject, grid, window), ...serviceBack(subject, grid, window)]
  }

function outlivedReset(subject: Case, grid: Grid, window: GridWindow): readonly Fact[] {
  const { block, rules } = subject
  const refused = refusedSpan(block)
  const passed = resetsIn(grid, window, refused).filter((at) => at > refused.from)
  const isCertain = (at: Instant) => isCertainReset(subject.reach, window, at)
  const boundary = passed.find(isCertain) ?? passed[0]
  if (boundary === undefined || block.successes > 0) return []
  const by = refused.to - boundary
  if (by <= rules.resetTolerance) return []
  const isLong =
    by > toleranceOf(subject) &&
    isMostlyAfter(block, boundary) &&
    isCertain(boundary) &&
    fallIn(subject, refused) === null
  const isOfAll = concernsAll(subject, window, boundary)
  const rule = !isLong ? 'outlived_reset_slightly' : isOfAll ? 'outlived_reset' : 'outlived_reset_otherwise'
  return [
    against(rule, isLong && isOfAll, {
      values: {
        window: { unit: 'window', value: window },
        boundary: { unit: 'instant', value: boundary },
        by: { unit: 'duration', value: by },
      },
      refs: refsOf(subject, grid),
    }),
  ]
}

/** What happened after a reset speaks for refusals of all kinds in the block: each of its statuses came after it, too. */
const concernsAll = (subject: Case, window: GridWindow, reset: Instant): boolean =>
  subject.block.refusals.length === 0
    ? isMostlyAfter(subject.block, reset) && !mayHaveRefusedBefore(subject, window, reset)
    : allKindsIn(subject, span(reset + toleranceOf(subject), refusedSpan(subject.block).to), window) !== null

/**
 * A row's time may be the end of its call (docs/kimi.md#not-known): one that ends soon after the first refusal may have
 * been in flight when it came, and does not show that service was back.
 */
function serviceBack(subject: Case, grid: Grid, window: GridWindow): readonly Fact[] {
  const { block, rules } = subject
  if (block.backAt === null) return []
  const back = block.backAt
  const held = windowAt(grid, window, back)
  if (!held) return []
  const after = back - held.from
  const before = held.to - back
  const sinceReset = held.from > block.span.from
  if (sinceReset && after <= rules.backAfterReset)
    return [backAtReset(subject, grid, window, held.from, after)]
  if (!sinceReset && before <= rules.resetTolerance) return []
  if (refusedSpan(block).to <= held.from + toleranceOf(subject)) return []
  if (gridChangedBy(subject, back)) return []
  const fall = fallIn(subject, stretchOf(subject))
  if (fall) return [backWhereFell(subject, window, back, fall)]
  const strong =
    before > rules.resetTolerance &&
    isCertainWindow(subject.reach, window, held) &&
    isConfirmedAfter(subject, grid, back) &&
    !subject.mixed && // the row that shows service back may be another account's
    block.successes === 0 &&
    (!sinceReset || concernsAll(subject, window, held.from)) &&
    back - block.span.from > rules.longestCall &&
    !segmentsAround(subject.meters[window], block.span).some((group) => mayBeResetSince(subject, group)) &&
    !extraUsage(subject) &&
    !isOnlyReadAround(subject, window, back) &&
    !mayHaveBeenPaid(subject, window, back)
  return [
    against('back_in_mid_window', strong, {
      values: {
        window: { unit: 'window', value: window },
        back: { unit: 'instant', value: back },
        next: { unit: 'instant', value: held.to },
        before: { unit: 'duration', value: before },
      },
      refs: refsOf(subject, grid),
    }),
  ]
}

/** A meter that was reset out of turn may have brought service back, too: its own, the more so. */
function backWhereFell({ block }: Case, window: GridWindow, back: Instant, fall: MeterFall): Fact {
  const { before, after } = fall
  const details: Pick<Fact, 'values' | 'refs'> = {
    values: {
      window: { unit: 'window', value: fall.window },
      back: { unit: 'instant', value: back },
      from: { unit: 'percent', value: before.used },
      to: { unit: 'percent', value: after.used },
    },
    refs: [...block.refs, before.reading.snapshot.id, after.reading.snapshot.id],
  }
  return fall.window === window
    ? weakFor('back_where_meter_fell', details)
    : neutral('back_where_meter_fell', details)
}

/** A change of plan or subscription brings service back, too. */
const gridChangedBy = ({ changes, block }: Case, back: Instant): boolean =>
  changes.some(({ from, to }) => from <= back && to >= block.span.from)

/** A later reading on the same grid shows that no change of plan brought service back. */
const isConfirmedAfter = ({ readings }: Case, grid: Grid, back: Instant): boolean =>
  (readings.findLast((reading) => isOnGrid(reading, grid))?.span.from ?? Number.NEGATIVE_INFINITY) >= back

const backAtReset = (subject: Case, grid: Grid, window: GridWindow, boundary: Instant, by: number): Fact =>
  weakFor('back_at_reset', {
    values: {
      window: { unit: 'window', value: window },
      boundary: { unit: 'instant', value: boundary },
      by: { unit: 'duration', value: by },
    },
    refs: refsOf(subject, grid),
  })

/** The block's own evidence, and the readings on the grid that lie next to it: enough to check the arithmetic. */
function refsOf({ block, readings }: Case, grid: Grid): readonly string[] {
  const beside = readingsBeside(readings, block.span.to, 2).filter((reading) => isOnGrid(reading, grid))
  return [...block.refs, ...beside.map(({ snapshot }) => snapshot.id)]
}

/**
 * The window was nearly used up, and was not read below its limit after the refusals: extra usage that no reading shows could
 * bring service back as well.
 */
function mayHaveBeenPaid(subject: Case, window: GridWindow, back: Instant): boolean {
  const { meters, block, rules } = subject
  const isNearlyFull = ({ used, meter, reading }: MeterReading) =>
    used + meter.resolution > rules.lowMeterPercent && reading.span.from < back
  const isBelowAfter = ({ used, meter, reading }: MeterReading) =>
    used + meter.resolution < rules.fullMeterPercent &&
    reading.span.from >= refusedSpan(block).to + rules.meterLag
  return segmentsAround(meters[window], span(back, back)).some(
    ({ readings }) => readings.some(isNearlyFull) && !readings.some(isBelowAfter),
  )
}

/** All that was read of the window may be from before or from after service was back, and does not show that it went on. */
const isOnlyReadAround = ({ meters }: Case, window: GridWindow, back: Instant): boolean =>
  segmentsAround(meters[window], span(back, back)).some(({ readings }) =>
    readings.every(({ reading }) => reading.span.from < back && reading.span.to > back),
  )

/** Extra usage switched on, or paid for again where a text says that it was spent, could bring service back in mid-window. */
const extraUsage = ({ readings, block, rules }: Case): boolean =>
  block.texts.some(({ errorClass }) => errorClass === 'balance') ||
  (block.backAt !== null &&
    someReadingNear(
      readings,
      block.backAt,
      rules.sameDay,
      ({ snapshot }) => snapshot.wallet?.active === true,
    ))
