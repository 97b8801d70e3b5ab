import { firstIndex } from '../first-index.ts'
import type { PlacedRecord } from './placed-records.ts'
import type { LogEvent } from '../logs/log-events.ts'
import type { Rules } from '../rules.ts'

/** By how much one clock is ahead of another, in milliseconds: between these; negative where it is behind. */
export interface ClockOffset {
  readonly from: number
  readonly to: number
  /** The edge of a call that the history's rows show. */
  readonly edge: 'start' | 'end'
  /** So many requests are shown by both at that offset. */
  readonly pairs: number
}

/**
 * By how much the clock of a log is ahead of the history's (docs/verdicts.md#times). Both show the same requests,
 * so there is one offset at which most of what the log tells has a row of the same outcome, and at others next to none:
 *
 *     log            ✗   ok ok      ✗ ok
 *     rows    ✗   ok ok      ✗ ok   ·    ·       pairs at one offset: 5, at any other: 2 at most
 *
 * Null where too few pair, or where another offset would pair too many as well: requests that come like clockwork fit
 * anywhere. A row's time may be the start or the end of its call (docs/kimi.md#not-known); the edge that pairs more is
 * the one, and where both may be, the offset is between what they say.
 */
export function clockOffset(
  events: readonly LogEvent[],
  rows: readonly PlacedRecord[],
  rules: Rules,
): ClockOffset | null {
  const times = { failure: timesOf(rows, 'failure'), success: timesOf(rows, 'success') }
  const [more, less] = [offsetBy('end', events, times, rules), offsetBy('start', events, times, rules)]
    .filter((offset) => offset !== null)
    .toSorted((a, b) => b.pairs - a.pairs)
  if (!more) return null
  if (!less || less.pairs <= more.pairs * rules.logClock.rival) return more
  return { ...more, from: Math.min(more.from, less.from), to: Math.max(more.to, less.to) }
}

function offsetBy(
  edge: ClockOffset['edge'],
  events: readonly LogEvent[],
  times: RowTimes,
  rules: Rules,
): ClockOffset | null {
  const { pairs, rival } = rules.logClock
  const told = tellingOnes(edge, events, rules)
  if (told.length < pairs) return null
  const bins = countBins(told, times, rules)
  const best = bestOf(bins)
  if (best.count < pairs || mostBeside(best, bins) > best.count * rival) return null
  return { ...boundsIn(best, told, times, rules), edge, pairs: best.count }
}

type Paired = 'failure' | 'success'

/** When rows were, by outcome, sorted: all that is asked of them, and asked millions of times. */
type RowTimes = Readonly<Record<Paired, readonly number[]>>

const timesOf = (rows: readonly PlacedRecord[], outcome: Paired): readonly number[] =>
  rows.filter(({ record }) => record.outcome === outcome).map(({ at }) => at)

interface Told {
  readonly at: number
  readonly outcome: Paired
}

/** A burst of tries is one event, or it would pair with any other burst; of a long log, some from all of it will do. */
function tellingOnes(
  edge: ClockOffset['edge'],
  events: readonly LogEvent[],
  { logClock }: Rules,
): readonly Told[] {
  const apart: Told[] = []
  for (const event of events) {
    const at = event[edge]
    const last = apart.at(-1)
    if (at !== null && (!last || Math.abs(at - last.at) > logClock.spread))
      apart.push({ at, outcome: event.failed ? 'failure' : 'success' })
  }
  const step = Math.max(1, apart.length / logClock.looked)
  return Array.from(
    { length: Math.floor(apart.length / step) },
    (_, index) => apart[Math.floor(index * step)],
  ).filter((each) => each !== undefined)
}

/** How many events have a row at an offset from `from` on, less than `spread` further. */
interface Bin {
  readonly from: number
  readonly count: number
}

/** Bins of one length side by side, the first of them at `from`. */
interface Bins {
  readonly from: number
  readonly length: number
  readonly counts: Int32Array
}

/** Twice, half a bin apart: pairs that lie close together are all in one bin of either. */
function countBins(told: readonly Told[], times: RowTimes, { logClock }: Rules): readonly Bins[] {
  const { reach, spread } = logClock
  const size = Math.ceil((2 * reach) / spread) + 2
  const all = [-reach, -reach - spread / 2].map((from) => ({
    from,
    length: spread,
    counts: new Int32Array(size),
    countedFor: new Int32Array(size).fill(-1),
  }))
  for (const [index, event] of told.entries())
    forRowsNear(event, times, reach, (ahead) => {
      for (const { from, counts, countedFor } of all) {
        const bin = Math.floor((ahead - from) / spread)
        if (countedFor[bin] === index) continue
        countedFor[bin] = index
        counts[bin] = (counts[bin] ?? 0) + 1
      }
    })
  return all
}

function forBins(all: readonly Bins[], look: (bin: Bin) => void): void {
  for (const { from, length, counts } of all)
    for (let index = 0; index < counts.length; index++) {
      const count = counts[index] ?? 0
      if (count > 0) look({ from: from + index * length, count })
    }
}

/** The fullest, of equals the one nearest to no offset at all. */
function bestOf(all: readonly Bins[]): Bin {
  let best: Bin = { from: 0, count: 0 }
  forBins(all, (bin) => {
    const nearer = bin.count === best.count && Math.abs(bin.from) < Math.abs(best.from)
    if (bin.count > best.count || nearer) best = bin
  })
  return best
}

/** How many pair at the best of the offsets that are clear of that one. */
function mostBeside(best: Bin, all: readonly Bins[]): number {
  let most = 0
  forBins(all, ({ from, count }) => {
    if (Math.abs(from - best.from) > 1.5 * (all[0]?.length ?? 0)) most = Math.max(most, count)
  })
  return most
}

function forRowsNear(
  { at, outcome }: Told,
  times: RowTimes,
  reach: number,
  look: (ahead: number) => void,
): void {
  const rows = times[outcome]
  for (let index = firstIndex(rows, (row) => row >= at - reach); index < rows.length; index++) {
    const ahead = at - (rows[index] ?? Number.NEGATIVE_INFINITY)
    if (ahead < -reach || ahead > reach) return
    look(ahead)
  }
}

/** How far the pairs of a bin lie apart. A row shows its second only, so the log may be less ahead by as much. */
function boundsIn(
  bin: Bin,
  told: readonly Told[],
  times: RowTimes,
  { logClock }: Rules,
): Pick<ClockOffset, 'from' | 'to'> {
  let [least, most] = [bin.from + logClock.spread, bin.from]
  for (const event of told)
    forRowsNear({ ...event, at: event.at - bin.from }, times, logClock.spread, (beyond) => {
      if (beyond < 0 || beyond >= logClock.spread) return
      least = Math.min(least, beyond + bin.from)
      most = Math.max(most, beyond + bin.from)
    })
  return { from: least - ROW_LENGTH, to: most }
}

/** Rows are printed in whole seconds (docs/kimi.md#usages). */
const ROW_LENGTH = 1000
