import type { Meter } from '../../../evidence/kinds/quota-snapshot.ts'
import { span } from '../../../time/span.ts'
import { isSomewhereIn } from '../../blocks/block.ts'
import { causeNamed } from '../../blocks/error-causes.ts'
import type { Case, Rule } from '../case.ts'
import type { Fact } from '../../report.ts'
import { isMonthOfEither } from '../../readings/mixed-months.ts'
import { against } from './fact.ts'
import {
  begunBy,
  firstMaybeReadFrom,
  firstReadFrom,
  segmentsAround,
  otherEncodingsOf,
  type MeterReading,
  type SegmentReadings,
} from '../../readings/meter-index.ts'
import { mayBeResetSince } from '../../readings/reset-since.ts'
import { isCatchingUp, roseUntil } from '../../readings/rose-until.ts'
import type { UsedWindow } from '../../views/meter-use.ts'
import { isBelied } from '../named-quotas.ts'
import { QUOTA_CAUSE } from '../quota-causes.ts'
import {
  allKindsIn,
  firstRefusedIn,
  isMostlyAfter,
  mayHaveRefusedBefore,
  toleranceOf,
} from './meter-bounds.ts'

/**
 * A low reading bounds everything before it in its segment (docs/verdicts.md#meters): meters only rise between two
 * resets, so a window that shows 2 % now was not used up an hour ago.
 *
 *     reset ├── ✗ refused ──────── reading: 2 % ──────┤ reset
 *               └── at most 2 % here
 *
 * Strong only when the share is well under the limit after rounding, the reading says so itself (a ratio of 0 may be a
 * placeholder, docs/kimi.md#placeholder-ratios), no other encoding of it disagrees, the meter did not fall in between, as
 * one did that reads 0 after many requests, or far less than these used, or may have where nothing was read before, and refusals of each status in the block came in
 * that segment: those of another status before its reset may have been another limit's.
 */
export const lowMeter =
  (window: UsedWindow): Rule =>
  (subject) => {
    const { block } = subject
    const groups = segmentsAround(subject.meters[window], block.span)
    const isNamedHere = block.texts.some((text) => causeNamed(text) === QUOTA_CAUSE[window])
    const strong = groups.flatMap((group) => {
      const bounded = group.fell ? null : boundedFrom(subject, group)
      if (bounded === null) return []
      const fresh = Math.max(bounded, staleUntil(subject, group))
      const full = perhapsFullFrom(subject, group)
      const low = lowEnds(
        subject,
        group,
        (each) =>
          each.reading.span.from >= fresh &&
          isReliable(each, group) &&
          !isZeroAfterUse(subject, each) &&
          each.reading.span.to <= full &&
          !isCatchingUp(subject, group, each) &&
          // what the block's own texts say is held against the meter: sources disagree
          (isNamedHere || !isBelied(subject.named, window, each, subject.rules)) &&
          !isMonthOfEither(subject.meters[window], group, each, block),
      )
      const isNone =
        low.length === 0 || isLoneAndEarly(subject, group, low) || mayBeResetSince(subject, group)
      return isNone ? [] : low
    })
    if (strong.length > 0) return ends(strong).map((each) => factOf('low_meter', true, each))
    const weak = groups.flatMap((group) => lowEnds(subject, group, () => true))
    return ends(weak).map((each) => factOf('low_meter_implicit', false, each))
  }

/**
 * Until when readings may have lagged: the same stretch of refusals later shows more than a low share, or any meter that rose,
 * although nothing succeeded in it.
 */
function staleUntil(subject: Case, { readings }: SegmentReadings): number {
  const { block, now, rules } = subject
  const start = firstMaybeReadFrom(readings, block.span.from)
  // a week may hold thousands of readings: only those of the block are looked at
  for (let index = firstReadFrom(readings, block.backAt ?? now) - 1; index >= start; index--) {
    const each = readings[index]
    if (each && each.used + each.meter.resolution > rules.lowMeterPercent && isWholePool(each.meter))
      return each.reading.span.from
  }
  return roseUntil(subject)
}

/** Only one low reading, and so soon after the refusal that it may have lagged. */
function isLoneAndEarly(subject: Case, group: SegmentReadings, low: readonly MeterReading[]): boolean {
  const refused = firstRefusedIn(subject, group)
  const [only, other] = low
  if (!only || other || refused === null || subject.block.refusals.length === 0) return false
  return only.reading.span.from < refused + subject.rules.loneMeterLag
}

/**
 * From when a reading bounds refusals of every status in the block, and a silence after them that is counted to it; null where
 * the segment does not hold one of each.
 */
function boundedFrom(subject: Case, group: SegmentReadings): number | null {
  const { block, rules } = subject
  const { segment } = group
  const begun = begunBy(group)
  if (block.within) return Number.NEGATIVE_INFINITY
  if (block.refusals.length === 0) {
    const isOfAll = isMostlyAfter(block, begun) && !mayHaveRefusedBefore(subject, segment.window, begun)
    return isOfAll ? Number.NEGATIVE_INFINITY : null
  }
  const clear = begun + toleranceOf(subject)
  const all = allKindsIn(subject, span(clear, segment.to), segment.window)
  return all === null ? null : Math.max(all + rules.meterLag, block.silentUntil ?? all)
}

/**
 * The first and the last low reading of a segment that passes and was taken late enough after a moment of the block that
 * lies in it. Looked for from either end: a week may hold thousands of readings.
 */
function lowEnds(
  subject: Case,
  group: SegmentReadings,
  passes: (each: MeterReading) => boolean,
): readonly MeterReading[] {
  const { block, rules } = subject
  const { readings, falls } = group
  const refused = firstRefusedIn(subject, group)
  if (refused === null) return []
  const isTogether = block.within && !isSomewhereIn(block)
  const clear = isTogether ? refused : refused + rules.meterLag
  const most = isTogether ? rules.lowMeterTogetherPercent : rules.lowMeterPercent
  // what a meter shows that was reset out of turn says nothing of the time before
  const fell = falls.find(([, after]) => after.reading.span.from > refused)?.[1].reading.span.from
  const counts = (each: MeterReading) =>
    isWholePool(each.meter) &&
    each.used + each.meter.resolution <= most &&
    each.reading.span.from < (fell ?? Number.POSITIVE_INFINITY) &&
    passes(each)
  const start = firstReadFrom(readings, clear)
  for (let index = start; index < readings.length; index++) {
    const first = readings[index]
    if (!first || !counts(first)) continue
    const last = readings.findLast(counts)
    return last && last !== first ? [first, last] : [first]
  }
  return []
}

/** Kimi Code's part of the month being low leaves open whether the whole is used up. */
const isWholePool = ({ pool }: Meter): boolean => pool !== 'code'

/** It says its share itself, or another encoding of the same reading does; and none of them shows a different share. */
function isReliable(each: MeterReading, group: SegmentReadings): boolean {
  const twins = otherEncodingsOf(each, group)
  const disputed = twins.some(
    (other) => Math.abs(other.used - each.used) > other.meter.resolution + each.meter.resolution,
  )
  return !disputed && (each.meter.explicit || twins.some((other) => other.meter.explicit))
}

/** From when the window may have been nearly full, by a reading without a time of its own: what is low later may have fallen. */
const perhapsFullFrom = ({ rules }: Case, { undated }: SegmentReadings): number =>
  undated.find(({ meter, used }) => isWholePool(meter) && used - meter.resolution >= rules.lowMeterPercent)
    ?.reading.span.from ?? Number.POSITIVE_INFINITY

/** A 5-hour meter that reads 0 although its window served many: it was reset out of turn, and says nothing of before. */
function isZeroAfterUse({ successes, rules }: Case, { used, segment, reading }: MeterReading): boolean {
  if (used > 0 || segment.window !== '5h' || segment.from === null) return false
  const { servedAboveZero } = rules
  return successes.countIn(segment.from, reading.span.from, servedAboveZero) >= servedAboveZero
}

/** The first and the last of the readings: the one nearest to the block, and the one that bounds it the furthest. */
function ends(readings: readonly MeterReading[]): readonly MeterReading[] {
  const [first] = readings
  const last = readings.at(-1)
  if (!first || !last) return []
  return first === last ? [first] : [first, last]
}

const factOf = (rule: Fact['rule'], strong: boolean, { reading, used, segment }: MeterReading): Fact =>
  against(rule, strong, {
    values: {
      window: { unit: 'window', value: segment.window },
      used: { unit: 'percent', value: used },
      from: { unit: 'instant', value: reading.span.from },
      to: { unit: 'instant', value: reading.span.to },
    },
    refs: [reading.snapshot.id],
  })
