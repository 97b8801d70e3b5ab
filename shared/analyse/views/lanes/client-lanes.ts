import { DAY_OF_HOURS } from '../../../time/duration.ts'
import { spanLength, spansOverlap, type Span } from '../../../time/span.ts'
import { firstIndex } from '../../first-index.ts'
import type { Rules } from '../../rules.ts'
import { useLanes, type UseLanes } from '../use/use-lanes.ts'
import type { UseRun } from '../use/use-runs.ts'

/** Runs of use with a shorter pause than this part of the range are drawn as one. */
const MAX_RUNS = 100

/** The clients in use in a range, of runs in the order of their begin. Whole runs: one is not cut where the range ends. */
export function clientLanes(runs: readonly UseRun[], range: Span, rules: Rules): UseLanes {
  const within: UseRun[] = []
  // no run is longer than a day
  const first = firstIndex(runs, (run) => run.span.from >= range.from - DAY_OF_HOURS)
  for (let i = first; i < runs.length; i++) {
    const run = runs[i]
    if (!run || run.span.from >= range.to) break
    if (spansOverlap(run.span, range)) within.push(run)
  }
  return useLanes(within, Math.max(rules.use.pause, spanLength(range) / MAX_RUNS))
}
