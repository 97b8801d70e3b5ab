/** One line of the table that `npm run bench` prints. */
export interface BenchResult {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** `value` as a share of what it is compared with, measured in the same run. */
  readonly ratio?: number
  /** What it is compared with: `one object a row: 12,400 ms`. */
  readonly baseline?: string
}

/** The default export of every `*.bench.ts`. */
export interface Bench {
  readonly name: string
  readonly run: () => Promise<readonly BenchResult[]>
}

/** The middle one of an odd number of values, the higher of the two middle ones else. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
  if (middle === undefined) throw new Error('no values to take the median of')
  return middle
}
