import { firstTimeFrom } from './row-index.ts'

/** Blocks of this many rows have their maximum kept, so that a stretch is looked through block by block. */
const BLOCK = 512

/** For each row, how many rows lie within a length up to and with it. */
export interface RunningCount {
  readonly length: number
  readonly counts: Uint32Array
  readonly blockMost: Uint32Array
}

/**
 * The running count over sorted times. `counts[i]` is the number of times in
 * (times[i] − length, times[i]], the row itself included.
 */
export function runningCountOf(times: Float64Array, length: number): RunningCount {
  const counts = new Uint32Array(times.length)
  const blockMost = new Uint32Array(Math.ceil(times.length / BLOCK))
  let first = 0
  for (let i = 0; i < times.length; i++) {
    const at = times[i] ?? 0
    while ((times[first] ?? at) <= at - length) first += 1
    const count = i - first + 1
    counts[i] = count
    const block = Math.floor(i / BLOCK)
    if (count > (blockMost[block] ?? 0)) blockMost[block] = count
  }
  return { length, counts, blockMost }
}

/** Most rows within the length before (or at) any moment of [from, to). */
export function mostWithinAny(
  times: Float64Array,
  { length, counts, blockMost }: RunningCount,
  from: number,
  to: number,
): number {
  const first = firstTimeFrom(times, from)
  const end = firstTimeFrom(times, to)
  let most = first - firstTimeFrom(times, from - length + 1)
  for (let i = first; i < end;) {
    const wholeBlock = i % BLOCK === 0 && i + BLOCK <= end
    most = Math.max(most, (wholeBlock ? blockMost[i / BLOCK] : counts[i]) ?? 0)
    i += wholeBlock ? BLOCK : 1
  }
  return most
}
