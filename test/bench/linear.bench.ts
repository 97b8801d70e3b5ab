import { parseInput } from '../../shared/parse/parse-input.ts'
import { maskText } from '../../shared/parse/mask.ts'
import { scrubOrDescribe } from '../../shared/parse/scrub.ts'
import { median, type Bench, type BenchResult } from './bench.ts'
import { ADVERSARIAL_INPUTS, HONEST_INPUTS, type GrowingInput } from './growing-inputs.ts'

const LONGEST = Number(process.argv[4] ?? 2_000_000)
/** Each twice the one before. */
const SIZES = [125_000, 250_000, 500_000, 1_000_000, 2_000_000].filter((size) => size <= LONGEST)
const RUNS = 7
/** Below this, in ms, the time tells more of the machine than of the work. */
const TOO_SHORT = 20

const READINGS: Readonly<Record<string, (body: string) => unknown>> = {
  read: (body) =>
    parseInput({ at: null, via: 'paste', input: 'paste', source: null, body }, { zone: 'unknown' }),
  scrub: (body) => scrubOrDescribe(body, 'ListUnifiedRequests'),
  mask: (body) => maskText(body),
}

/** CPU time in ms: what else the machine does lengthens it less than what a clock shows. */
function timeOf(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  return process.cpuUsage(start).user / 1000
}

/** The largest of time(2n) / time(n), and what the longest takes; medians, all sizes in turn. */
function measure(what: string, make: GrowingInput, work: (body: string) => unknown): BenchResult {
  const bodies = SIZES.map(make)
  const rounds = Array.from({ length: RUNS }, () => bodies.map((body) => timeOf(() => work(body))))
  const times = SIZES.map((_, size) => median(rounds.map((round) => round[size] ?? 0)))
  const ratios = times.slice(1).map((time, n) => {
    const half = times[n] ?? 0
    return half < TOO_SHORT ? 0 : time / half
  })
  const last = times.at(-1) ?? 0
  const megabytes = LONGEST / 1e6
  return { what: `${what}: ${Math.round(last / megabytes)} ms a MB`, value: Math.max(...ratios), unit: 'x' }
}

/** `npm run bench linear [part of a name] [longest]`: whether time grows with the length; the worst first. */
const linearBench: Bench = {
  name: 'linear',
  run() {
    const filter = process.argv[3] ?? ''
    const results = Object.entries({ ...HONEST_INPUTS, ...ADVERSARIAL_INPUTS }).flatMap(([name, make]) =>
      Object.entries(READINGS).flatMap(([verb, work]) => {
        const what = `${verb} ${name}`
        return what.includes(filter) ? [measure(what, make, work)] : []
      }),
    )
    return Promise.resolve(results.toSorted((a, b) => b.value - a.value))
  },
}

export default linearBench
