/** A list prepared for `highestBetween`: what is highest in each run of it is known. */
export interface RangeHighest {
  readonly values: readonly number[]
  readonly ofRuns: readonly number[]
}

/** Long enough that few runs are looked at for a year of calls, short enough that the two ends of a range cost little. */
const RUN = 256

export function rangeHighest(values: readonly number[]): RangeHighest {
  const ofRuns = Array.from({ length: Math.ceil(values.length / RUN) }, (_, run) =>
    highestIn(values, run * RUN, (run + 1) * RUN),
  )
  return { values, ofRuns }
}

/** The highest of the values at [from, to); 0 where there is none above it. */
export function highestBetween({ values, ofRuns }: RangeHighest, from: number, to: number): number {
  const firstRun = Math.ceil(from / RUN)
  const endRun = Math.floor(to / RUN)
  if (firstRun >= endRun) return highestIn(values, from, to)
  return Math.max(
    highestIn(values, from, firstRun * RUN),
    highestIn(ofRuns, firstRun, endRun),
    highestIn(values, endRun * RUN, to),
  )
}

function highestIn(values: readonly number[], from: number, to: number): number {
  let highest = 0
  for (let index = from; index < to; index++) highest = Math.max(highest, values[index] ?? 0)
  return highest
}
