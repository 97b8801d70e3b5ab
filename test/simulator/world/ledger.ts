import { termsAt, windowSpan, type Terms, type TrueWindow } from './terms.ts'

/** Who used how much of each window, and when: the truth behind the meters. */
export interface Ledger {
  /** Books the use of `size` ordinary calls. Bookings come in the order of time. */
  readonly book: (at: number, size: number) => void
  /** Used share of a window in percent at a moment, at most 100. */
  readonly used: (window: TrueWindow, at: number) => number
}

export function newLedger(terms: readonly [Terms, ...Terms[]], begin: number): Ledger {
  const times: number[] = []
  const sums: number[] = [0]
  const before = (at: number) => sums[countBefore(times, at)] ?? 0
  return {
    book: (at, size) => {
      times.push(at)
      sums.push((sums.at(-1) ?? 0) + size)
    },
    used: (window, at) => {
      const since = Math.max(windowSpan(window, at).from, termsAt(terms, at).from)
      const carried = since <= begin ? window.usedAtStart : 0
      return Math.min(100, carried + (before(at + 1) - before(Math.max(since, begin))) * window.costPerCall)
    },
  }
}

/** How many of the sorted times lie before `at`. */
function countBefore(times: readonly number[], at: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? at) < at) low = middle + 1
    else high = middle
  }
  return low
}
