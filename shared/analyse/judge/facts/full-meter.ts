import type { WindowKind } from '../../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../../time/instant.ts'
import { span } from '../../../time/span.ts'
import type { Block } from '../../blocks/block.ts'
import type { Case, Rule } from '../case.ts'
import { isObserved, isPartlyObserved } from '../../readings/coverage.ts'
import { isNamedOtherwise, isSaidOfRequests } from './error-text.ts'
import { mayBeOfAnother, OF_OTHERS } from './first-of-full.ts'
import { refusesWhenFull } from './refuses-when-full.ts'
import { directFor, disputedFor } from './fact.ts'
import { isRefusedAsNoQuota } from './server-errors.ts'
import { USED_WINDOWS, type UsedWindow } from '../../views/meter-use.ts'
import type { Rules } from '../../rules.ts'
import { earliestIn } from '../../readings/meter-windows.ts'
import { isMonthOfEither } from '../../readings/mixed-months.ts'
import { earliestEnd, latestBegin } from '../../readings/readings.ts'
import { nearestReading } from '../../readings/readings-near.ts'
import { QUOTA_CAUSE } from '../quota-causes.ts'
import {
  firstMaybeReadFrom,
  firstReadFrom,
  isSameMeter,
  segmentsAround,
  otherEncodingsOf,
  type MeterReading,
  type SegmentReadings,
} from '../../readings/meter-index.ts'

/**
 * A meter that stood at its limit while requests were refused is direct evidence (docs/verdicts.md#meters). It is
 * disputed, and then supports nothing, where the reading could be of another time than the refusals, where something
 * else may have been the reason (another full meter, a text that names another cause), or where being full is seen not
 * to refuse.
 */
export const fullMeter =
  (window: UsedWindow): Rule =>
  (subject) => {
    const full = fullReadings(subject, window)
    const [first] = full
    if (!first) return []
    const details = {
      values: {
        window: { unit: 'window', value: window },
        used: { unit: 'percent', value: first.shown.used },
        at: { unit: 'instant', value: first.shown.reading.span.from },
      },
      refs: [...new Set(full.map(({ shown }) => shown.reading.snapshot.id))],
    } as const
    const { block, rules } = subject
    const rivals = USED_WINDOWS.filter((other) => other !== window && fullReadings(subject, other).length > 0)
    const proven =
      !isPerhapsFilledSince(subject, full) &&
      full.some(
        (each) =>
          isProof(subject, each) && !mayBeOfAnother(subject, window, each.shown.segment, each.group.readings),
      ) &&
      !isRefusedAsNoQuota(subject) &&
      !isNamedOtherwise(QUOTA_CAUSE[window], block, rules.textShare) &&
      rivals.every((rival) => !couldEnd(subject, rival))
    return [proven ? directFor('full_meter', details) : disputedFor('full_meter_disputed', details)]
  }

/** A full reading, and all that was read in its segment. */
export interface FullReading {
  readonly shown: MeterReading
  readonly group: SegmentReadings
}

/** Full readings in the segment that holds the refusals. */
export function fullReadings(subject: Case, window: WindowKind): readonly FullReading[] {
  const { block, rules } = subject
  const segments = segmentsAround(subject.meters[window], block.span)
  const full = segments.filter(({ peak }) => peak.used >= rules.fullMeterPercent)
  return full
    .flatMap((group) => group.readings.map((shown) => ({ shown, group })))
    .filter(({ shown: { used, segment, reading } }) => {
      const holds = earliestIn(segment) <= block.span.to && block.span.from < segment.to
      const inTime = reading.span.from >= block.span.from - rules.meterLag && reading.span.from < segment.to
      return used >= rules.fullMeterPercent && holds && inTime && !block.within
    })
}

/**
 * Nobody who did not look at the history knows that nothing succeeded; what was refused later in it says nothing of a stretch that
 * was only marked.
 */
function isProof(subject: Case, full: FullReading): boolean {
  const { block, coverage } = subject
  const until = Math.max(endOf(subject, full), block.span.from)
  const stretch = block.refusals.length > 0 ? span(block.span.from, until) : block.span
  return isPartlyObserved(coverage, stretch) && isUndisputed(subject, full)
}

/** How far a full meter speaks: to its reset, or until service was back. */
const endOf = ({ block, now }: Case, { shown: { segment } }: FullReading): number =>
  Math.min(segment.to, block.backAt ?? now)

/** As far as is known, it was full when requests were refused, and what refused them. */
export function isUndisputed(subject: Case, full: FullReading): boolean {
  const { block, successes, rules } = subject
  const { shown, group } = full
  const { reading, meter, segment } = shown
  const conflict = otherEncodingsOf(shown, group).some(
    (other) =>
      Math.abs(other.used - shown.used) > other.meter.resolution + meter.resolution ||
      // the finer of two knows that it was only nearly full
      other.used + other.meter.resolution < rules.fullMeterPercent,
  )
  const until = endOf(subject, full)
  const changed = block.backAt !== null && changedBefore(subject, block.backAt)
  // Still open: whether nobody tried again before the reset or after it, no success has been seen.
  const back = block.backAt === null || block.backAt >= segment.to - rules.resetTolerance || changed
  return (
    !conflict &&
    !reading.snapshot.wallet?.active &&
    !(isSaidOfRequests(subject) && isPerhapsShort(shown, group, rules)) &&
    !hadExtraUsage(subject) &&
    block.successes === 0 &&
    successes.firstIn(earliestEnd(reading), until) === null &&
    refusesWhenFull(subject, shown, group.readings, changed ? until : segment.to) &&
    isOfTheRefusals(subject, shown) &&
    !roseAfter(subject, shown, group) &&
    !isRefusedAfterReset(subject, shown) &&
    !isMonthOfEither(subject.meters[segment.window], group, shown, block) &&
    back
  )
}

/**
 * Read only in whole percents, of which it is not known how they are rounded: it may have been a percent short of full, and then
 * another limit of which the texts speak as well had refused.
 */
const isPerhapsShort = (shown: MeterReading, group: SegmentReadings, { wholePercent }: Rules): boolean =>
  shown.meter.resolution >= wholePercent &&
  otherEncodingsOf(shown, group).every(({ meter }) => meter.resolution >= wholePercent)

const lastRefusedFrom = ({ refusals, span: whole }: Block): Instant =>
  refusals.at(-1)?.span.from ?? whole.from

/** The last reading of that day that tells of extra usage, before the last refusal, says that there was some. */
function hadExtraUsage({ readings, block, rules }: Case): boolean {
  const last = lastRefusedFrom(block)
  const told = nearestReading(
    readings,
    last,
    rules.sameDay,
    ({ snapshot, span: read }) => snapshot.wallet !== null && read.from <= last,
  )
  return told?.snapshot.wallet?.active === true
}

/** What goes on to be refused once the window is new is refused by something else, which may have refused before as well. */
const isRefusedAfterReset = ({ block, rules }: Case, { segment }: MeterReading): boolean =>
  lastRefusedFrom(block) > segment.to + rules.resetTolerance

/** A change of plan lay between the last refusal and the return of service: it ended the old window. */
const changedBefore = ({ changes, block }: Case, back: Instant): boolean =>
  changes.some(({ from, to }) => from <= back && to >= lastRefusedFrom(block))

/**
 * A high reading bounds what comes after it, not what was before: it is of the refusals when one of them came after it
 * (less the lag), or when nothing can have been used in between, since all was observed and nothing succeeded.
 */
function isOfTheRefusals({ block, successes, coverage, rules }: Case, { reading }: MeterReading): boolean {
  const last = block.refusals.at(-1)?.span.to ?? block.span.to
  const read = latestBegin(reading)
  if (last >= read - rules.meterLag) return true
  const between = span(last, read)
  return isObserved(coverage, between) && successes.firstIn(between.from, between.to) === null
}

/**
 * The same meter was read after a refusal, and was not full yet: what filled it came later, from calls that were in flight
 * or that are not in the history, and then it was not what began to refuse.
 */
function roseAfter(
  { block, rules }: Case,
  { reading, meter }: MeterReading,
  group: SegmentReadings,
): boolean {
  const refused = (block.refusals[0]?.span ?? block.span).to + rules.meterLag
  const start = firstMaybeReadFrom(group.readings, refused)
  const end = firstReadFrom(group.readings, reading.span.from)
  return group.readings
    .slice(start, Math.max(start, end))
    .some(
      ({ meter: other, used }) =>
        other.explicit && isSameMeter(other, meter) && used + other.resolution < rules.fullMeterPercent,
    )
}

/**
 * A rival full meter whose reset may have been what brought service back: it did not reset long before that. Whoever comes back
 * after a change of plan may have stayed away until then, also from a window that was new long before.
 */
function couldEnd(subject: Case, rival: WindowKind): boolean {
  const { block, rules } = subject
  if (block.backAt === null || changedBefore(subject, block.backAt)) return true
  const back = block.backAt
  return fullReadings(subject, rival).some(
    ({ shown: { segment } }) =>
      back >= segment.to - rules.resetTolerance && back <= segment.to + rules.backAfterReset,
  )
}

/**
 * Read low shortly before refusals that say no more than that there were too many, and full only after the last of them: they may
 * have been for the pace, and what was in flight then have filled the window. Nothing came after it that tells whether being
 * full refuses.
 *
 *     meter   70 %                  full ├──────
 *     rows        ok ok  429 429 429              for the pace, or by the quota
 *     rows        ok ok  429 429 429 ·· 429       still when it was full: by the quota, as far as is known
 */
function isPerhapsFilledSince({ block, rules }: Case, full: readonly FullReading[]): boolean {
  const [first, last] = [block.refusals[0], block.refusals.at(-1)]
  if (!first || !last || block.backAt !== null || block.texts.length > 0) return false
  if (!block.refusals.every(({ status }) => status === OF_OTHERS)) return false
  return full.every(({ shown, group: { readings } }) => {
    if (shown.reading.snapshot.wallet?.active === false) return false
    const start = firstMaybeReadFrom(readings, first.span.from - rules.askedAgain)
    const end = firstReadFrom(readings, last.span.to)
    const near = readings.slice(start, Math.max(start, end))
    return (
      near.some(({ used, meter }) => used + meter.resolution <= rules.lowMeterPercent) &&
      near.every(({ used }) => used < rules.fullMeterPercent)
    )
  })
}
