import type { ClientCall } from '../../evidence/kinds/client-call.ts'
import { span, type Span } from '../../time/span.ts'
import { mostWithinAny, runningCountOf, type RunningCount } from '../views/lanes/running-count.ts'
import type { Rules } from '../rules.ts'

/** How long calls take: from logs, or what is assumed where there are none. Milliseconds. */
export interface CallDurations {
  readonly min: number
  readonly max: number
  readonly basis: 'logs' | 'assumed'
}

/** Bounds of the requests in flight at some moment of a stretch: never a count, since rows carry no duration. */
export interface InFlight {
  readonly span: Span
  readonly lower: number
  readonly upper: number
}

/** Fewer logged durations than this say little about the shortest and longest of an account's calls (our choice). */
const ENOUGH_CALLS = 30

/** The shortest and longest call that the logs show (the outermost 1 % left out), or the assumption in the rules. */
export function callDurations(calls: readonly ClientCall[], rules: Rules): CallDurations {
  const lengths = calls
    .flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]))
    .toSorted((a, b) => a - b)
  if (lengths.length < ENOUGH_CALLS) return { ...rules.assumedCall, basis: 'assumed' }
  const outer = Math.floor(lengths.length / 100)
  const min = lengths[outer] ?? rules.assumedCall.min
  const max = lengths[lengths.length - 1 - outer] ?? rules.assumedCall.max
  return { min, max, basis: 'logs' }
}

/** How many rows lie within the shortest and the longest call before each. */
export interface InFlightCounts {
  readonly times: Float64Array
  readonly shortest: RunningCount
  readonly longest: RunningCount
}

export const inFlightCounts = (times: Float64Array, { min, max }: CallDurations): InFlightCounts => ({
  times,
  shortest: runningCountOf(times, min),
  longest: runningCountOf(times, max),
})

/**
 * The band of requests in flight between edges. If every call took `min`, those whose rows lie within `min` of each other
 * overlapped; if every call took `max`, all within `max` did. A row's time may be the start or the end of its call; the
 * count within a stretch of that length is the same either way.
 *
 *     rows        ·  ··    ·      ·
 *     lower          └┘                 2 within `min`
 *     upper       └────────┘            4 within `max`
 */
export function inFlightBand(
  { times, shortest, longest }: InFlightCounts,
  edges: readonly number[],
): readonly InFlight[] {
  return edges.slice(1).flatMap((to, index) => {
    const from = edges[index] ?? to
    const upper = mostWithinAny(times, longest, from, to)
    return upper > 0 ? [{ span: span(from, to), lower: mostWithinAny(times, shortest, from, to), upper }] : []
  })
}
