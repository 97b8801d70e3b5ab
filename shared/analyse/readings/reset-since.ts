import { span, type Span } from '../../time/span.ts'
import { refusedSpan } from '../blocks/block.ts'
import type { Case } from '../judge/case.ts'
import { firstIndex } from '../first-index.ts'
import {
  begunBy,
  firstMaybeReadFrom,
  isSameMeter,
  type MeterReading,
  type SegmentReadings,
} from './meter-index.ts'
import { earliestIn } from './meter-windows.ts'

/**
 * The first reading after the refusals shows less than half of what the requests before them must have used: the meter was
 * reset out of turn since, and low readings say nothing of the time before. What a request uses is taken from that
 * reading and the next one with enough requests in between; without these it may have been, where it shows next to nothing.
 *
 *     served   ·····50·····   ✗ ✗      ·····40·····
 *     month                       0.4 %            4.4 %      0.1 % each: some 5 % were used before
 */
export function mayBeResetSince(subject: Case, group: SegmentReadings): boolean {
  const { first, next, served, between } = countedFor(subject, group)
  if (!first) return false
  if (!next || between >= MOST) return showsNextToNothing(subject, group, first)
  const used = ((next.used - first.used) * served) / between
  return first.used + first.meter.resolution < used / 2
}

/**
 * A week or a month that was not read until after the refusals, a day or more after it had begun:
 *
 *     week    ├─────────────── ✗ ✗ ───── 1 % ─── 2 % ──┤
 *
 * It may have used as much again for every so many requests that were served since. Where a text says that some quota was used up,
 * and not which, it may have been on its first day as well.
 */
function showsNextToNothing(
  { block, successes, rules }: Case,
  group: SegmentReadings,
  first: MeterReading,
): boolean {
  if (group.segment.window === '5h' || first !== group.readings[0]) return false
  const { from, to } = refusedSpan(block)
  const isUnnamed = block.texts.some(({ errorClass }) => errorClass === 'quota_unnamed')
  const isLate = from - begunBy(group) > rules.sameDay
  const served = successes.countIn(to, first.reading.span.from, MOST)
  const usedSince = rules.nextToNothing * Math.floor(served / rules.servedAboveZero)
  return (isUnnamed || isLate) && first.used <= rules.nextToNothing + usedSince
}

/** The time whose requests have a say in whether a meter was reset since, or reads 0 after many; null where none have. */
export function rowsCountedFor(
  subject: Pick<Case, 'block' | 'successes' | 'rules'>,
  group: SegmentReadings,
): Span | null {
  const { segment, readings } = group
  const { first, next, served } = countedFor(subject, group)
  const last = segment.window === '5h' ? readings.at(-1) : (next ?? readings.at(-1))
  if (!first || !last) return null
  const isAsked = segment.window === '5h' || served >= subject.rules.servedAboveZero
  const until = isAsked ? last.reading.span.from : subject.block.span.from
  // by a clock that is behind, a reading may lie before its window
  return span(Math.min(earliestIn(segment), until), until)
}

/** The first reading after the refusals, the next one with enough requests in between, and how many were served before. */
function countedFor(
  { block, successes, rules }: Pick<Case, 'block' | 'successes' | 'rules'>,
  { segment, readings }: SegmentReadings,
) {
  const first = readings[firstMaybeReadFrom(readings, refusedSpan(block).to)]
  const served = first ? successes.countIn(earliestIn(segment), block.span.from, MOST) : 0
  const enough = rules.servedAboveZero
  const since = (each: MeterReading, most: number) =>
    first ? successes.countIn(first.reading.span.to, each.reading.span.from, most) : 0
  const isEnough = served >= enough
  const next =
    isEnough && first
      ? nextOf(
          first,
          readings,
          firstIndex(readings, (each) => since(each, enough) >= enough),
        )
      : undefined
  return { first, next, served, between: next ? since(next, MOST) : 0 }
}

/** No more are counted: a reading each three hours has some 300 in between, and nobody looks at a whole week. */
const MOST = 1_000

/** The first reading of the same meter from an index on. A month may hold thousands, which are not copied. */
function nextOf(
  { meter }: MeterReading,
  readings: readonly MeterReading[],
  from: number,
): MeterReading | undefined {
  for (let index = from; index < readings.length; index++) {
    const each = readings[index]
    if (each && isSameMeter(each.meter, meter)) return each
  }
  return undefined
}
