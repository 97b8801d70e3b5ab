import type { Evidence } from '../evidence/evidence.ts'
import type { Zone } from '../time/zone.ts'
import { firstAtOrAfter, spanInFrame, type Frame } from './placed-records.ts'

/** A dated success: a row, or a call in a client's log. */
export interface Success {
  readonly at: number
  readonly ref: string
}

/** Finds successes by time without copying a history that may have a million of them. */
export interface Successes {
  /** The first success at or after that moment; null when none was seen. */
  readonly firstFrom: (at: number) => Success | null
  /** How many successes lie in [from, to), counting no further than `most`. */
  readonly countIn: (from: number, to: number, most: number) => number
}

export function successesIn({ records, clock }: Frame, { calls }: Evidence, zone: Zone): Successes {
  const logged = calls
    .filter(({ outcome }) => outcome === 'success')
    .flatMap(({ when, id }): Success[] => {
      const range = spanInFrame(when, clock, zone)
      return range ? [{ at: range.from, ref: id }] : []
    })
    .toSorted((a, b) => a.at - b.at)

  const rowFrom = (at: number): Success | null => {
    for (let index = firstAtOrAfter(records, at); index < records.length; index++) {
      const placed = records[index]
      if (placed?.record.outcome === 'success') return { at: placed.at, ref: placed.record.id }
    }
    return null
  }
  const firstFrom = (at: number): Success | null => {
    const row = rowFrom(at)
    const call = logged.find((each) => each.at >= at) ?? null
    return row && call ? (row.at <= call.at ? row : call) : (row ?? call)
  }
  const countIn = (from: number, to: number, most: number): number => {
    let count = 0
    for (let next = firstFrom(from); next && next.at < to && count < most; next = firstFrom(next.at + 1))
      count += 1
    return count
  }
  return { firstFrom, countIn }
}
