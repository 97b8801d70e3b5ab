import { SECOND } from '../../time/duration.ts'
import { span, type Span } from '../../time/span.ts'
import { firstIndex } from '../first-index.ts'
import { firstAtOrAfter, type PlacedRecord } from '../clocks/placed-records.ts'
import type { Rules } from '../rules.ts'
import { FROM_START, type Since } from '../since.ts'

/** Most starts within any stretch of that length. */
export interface Peaks {
  readonly perSecond: number
  readonly perTenSeconds: number
  readonly perMinute: number
}

/**
 * Dense work. `likely` names the client behaviour that its shape resembles; rows cannot tell a root agent from its
 * subagents (docs/kimi.md#clients), so it is never more than likely.
 */
export interface Burst extends Peaks {
  readonly span: Span
  readonly starts: number
  readonly likely: 'subagents' | 'retries' | 'back_off' | null
  readonly refs: readonly string[]
}

/**
 * Bursts among rows sorted by time: runs without a longer pause than `rules.burst.pause`, dense enough to count.
 *
 *     five at once, then one per 700 ms     subagents of kimi-code   (docs/kimi.md#clients)
 *     three tries within two seconds        retries of kimi-cli      (docs/kimi.md#clients)
 *     one every 3 s after a refusal         back-off of kimi-code's launcher (docs/kimi.md#clients)
 */
export function findBursts(
  records: readonly PlacedRecord[],
  rules: Rules,
  { known, changed }: Since<Burst> = FROM_START,
): readonly Burst[] {
  // anew from the run on that the first changed row belongs to
  let start = firstAtOrAfter(records, changed)
  if (start >= records.length) return known
  while (start > 0 && (records[start]?.at ?? 0) - (records[start - 1]?.at ?? 0) <= rules.burst.pause)
    start -= 1
  const from = records[start]?.at ?? changed
  const bursts = known.slice(
    0,
    firstIndex(known, ({ span: { to } }) => to > from),
  )
  for (let end = start + 1; end <= records.length; end++) {
    const pause = (records[end]?.at ?? Number.POSITIVE_INFINITY) - (records[end - 1]?.at ?? 0)
    if (pause <= rules.burst.pause) continue
    // most runs of a long history are a single row: they are not even copied
    const burst = end - start >= rules.burst.retries ? burstOf(records.slice(start, end), rules) : null
    if (burst) bursts.push(burst)
    start = end
  }
  return bursts
}

function burstOf(run: readonly PlacedRecord[], rules: Rules): Burst | null {
  const first = run[0]
  const last = run.at(-1)
  const peaks = peaksOf(run)
  const likely = shapeOf(run, peaks, rules)
  const dense = peaks.perTenSeconds >= rules.burst.startsPerTenSeconds
  if (!first || !last || (!dense && likely === null)) return null
  return {
    span: span(first.at, last.at + SECOND),
    starts: run.length,
    ...peaks,
    likely,
    refs: run.slice(0, MAX_REFS).map(({ record }) => record.id),
  }
}

/** A burst may have thousands of rows; the first ones are enough to open it. */
const MAX_REFS = 20

/** The densest second, ten seconds and minute. */
export const peaksOf = (records: readonly PlacedRecord[]): Peaks => ({
  perSecond: mostWithin(records, SECOND),
  perTenSeconds: mostWithin(records, 10 * SECOND),
  perMinute: mostWithin(records, 60 * SECOND),
})

/** Most rows within any half-open stretch of that length, by two pointers over sorted rows. */
export function mostWithin(records: readonly PlacedRecord[], length: number): number {
  let most = 0
  let first = 0
  for (const [index, { at }] of records.entries()) {
    while (at - (records[first]?.at ?? at) >= length) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}

function shapeOf(run: readonly PlacedRecord[], peaks: Peaks, rules: Rules): Burst['likely'] {
  const failures = run.filter(({ record }) => record.outcome === 'failure')
  if (hasBackOff(failures, rules)) return 'back_off'
  const together = mostWithin(failures, rules.burst.retryWithin)
  // one step is tried again a few times in so long; more at once are refusals of several that ran side by side
  if (together >= rules.burst.retries && together < rules.burst.atOnce) return 'retries'
  // rows have whole seconds: five at once may straddle two of them
  return mostWithin(run, 2 * SECOND) >= rules.burst.atOnce && peaks.perSecond > 1 ? 'subagents' : null
}

/** Refusals that follow each other at the launcher's own pace, give or take the rounding to whole seconds. */
function hasBackOff(failures: readonly PlacedRecord[], { burst }: Rules): boolean {
  let inARow = 0
  for (const [index, { at }] of failures.entries()) {
    const gap = at - (failures[index - 1]?.at ?? Number.NEGATIVE_INFINITY)
    inARow = Math.abs(gap - burst.backOff) <= SECOND ? inARow + 1 : 0
    if (inARow >= burst.retries) return true
  }
  return false
}
