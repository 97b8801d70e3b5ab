import type { ClientCall } from '../../evidence/kinds/client-call.ts'
import type { Zone } from '../../time/zone.ts'
import { firstIndex } from '../first-index.ts'
import { isFound, offClocks, type LogClocks } from '../clocks/log-clocks.ts'
import { firstAtOrAfter, spanInFrame, type Frame } from '../clocks/placed-records.ts'

/** A dated success: a row, or a call in a client's log. */
export interface Success {
  readonly at: number
  readonly ref: string
}

/** Finds successes by time without copying a history that may have a million of them. */
export interface Successes {
  /** The first success in [from, to); null when none was seen. Looks no further than `to`. */
  readonly firstIn: (from: number, to: number) => Success | null
  /** How many successes lie in [from, to), counting no further than `most`. */
  readonly countIn: (from: number, to: number, most: number) => number
}

/**
 * The calls that client logs show to have succeeded, sorted by time. By a clock that was found to be off they are taken to be as
 * late as they can have been; of a log that may be off by anything up to that, none are taken, nor those that a better log tells.
 */
export const loggedSuccesses = (
  calls: readonly ClientCall[],
  clock: Frame['clock'],
  zone: Zone,
  clocks: LogClocks,
): readonly Success[] => {
  const offClockOf = offClocks(clocks)
  return calls
    .filter((call) => call.outcome === 'success')
    .flatMap((call): Success[] => {
      const range = spanInFrame(call.when, clock, zone)
      const off = offClockOf(call, range)
      if (!range || off?.repeated?.has(call.id) || (off && !isFound(off))) return []
      return [{ at: range.from - (off?.offset.from ?? 0), ref: call.id }]
    })
    .toSorted((a, b) => a.at - b.at)
}

/**
 * The successes among rows, and `logged` ones. Both may show the same request, and which of them do is not told: counted are
 * those of one or of the other, whichever are more.
 */
export function successesIn({ records }: Frame, logged: readonly Success[]): Successes {
  const rowIn = (from: number, to: number): Success | null => {
    for (let index = firstAtOrAfter(records, from); index < records.length; index++) {
      const placed = records[index]
      if (!placed || placed.at >= to) break
      if (placed.record.outcome === 'success') return { at: placed.at, ref: placed.record.id }
    }
    return null
  }
  const callIn = (from: number, to: number): Success | null => {
    const call = logged[firstIndex(logged, ({ at }) => at >= from)]
    return call && call.at < to ? call : null
  }
  const rows = (from: number, to: number, most: number): number =>
    countMoments(
      records,
      firstAtOrAfter(records, from),
      to,
      most,
      ({ record }) => record.outcome === 'success',
    )
  const calls = (from: number, to: number, most: number): number =>
    countMoments(
      logged,
      firstIndex(logged, ({ at }) => at >= from),
      to,
      most,
      () => true,
    )
  return {
    firstIn: firstOf(rowIn, callIn),
    countIn: (from, to, most) => Math.max(rows(from, to, most), calls(from, to, most)),
  }
}

/** At how many moments before `to`, from an index on, something of a list passes; no more than `most`. */
function countMoments<T extends { readonly at: number }>(
  sorted: readonly T[],
  start: number,
  to: number,
  most: number,
  passes: (item: T) => boolean,
): number {
  let [count, next] = [0, Number.NEGATIVE_INFINITY]
  for (let index = start; index < sorted.length && count < most; index++) {
    const item = sorted[index]
    if (!item || item.at >= to) break
    if (item.at < next || !passes(item)) continue
    count += 1
    next = item.at + 1
  }
  return count
}

/** The successes that either of two sources shows. */
export const eitherOf = (one: Successes, other: Successes): Successes =>
  countingBy(firstOf(one.firstIn, other.firstIn))

const firstOf =
  (one: Successes['firstIn'], other: Successes['firstIn']): Successes['firstIn'] =>
  (from, to) => {
    const a = one(from, to)
    const b = other(from, to)
    return a && b ? (a.at <= b.at ? a : b) : (a ?? b)
  }

const countingBy = (firstIn: Successes['firstIn']): Successes => ({
  firstIn,
  countIn: (from, to, most) => {
    let count = 0
    for (let next = firstIn(from, to); next && count < most; next = firstIn(next.at + 1, to)) count += 1
    return count
  },
})
