import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { median, type Bench, type BenchResult } from './bench.ts'
import { ADVERSARIAL_INPUTS, HONEST_INPUTS, type GrowingInput } from './growing-inputs.ts'
import type { READINGS } from './readings.ts'

const LONGEST = Number(process.argv[4] ?? 2_000_000)
const SHORTEST = Number(process.argv[6] ?? 125_000)
/** Each twice the one before. */
const SIZES = [125_000, 250_000, 500_000, 1_000_000, 2_000_000].filter(
  (size) => size >= SHORTEST && size <= LONGEST,
)
const RUNS = 7
/** Of what takes over half a second, in ms: it says more of the work and less of the machine. */
const LONG_RUNS = 3
const LONG = 500
/** Below this, in ms, the time tells more of the machine than of the work. */
const TOO_SHORT = 20

/**
 * The readings bundled as they are shipped: run from their sources each function is given its name whenever it is made,
 * which takes as long as all the rest.
 */
async function shippedReadings(): Promise<typeof READINGS> {
  const outDir = mkdtempSync(join(tmpdir(), 'quotascope-'))
  const ssr = fileURLToPath(new URL('readings.ts', import.meta.url))
  try {
    await build({ configFile: false, logLevel: 'error', build: { ssr, outDir }, ssr: { noExternal: true } })
    const bundled: unknown = await import(pathToFileURL(join(outDir, 'readings.js')).href)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is the bundle of that very module
    return (bundled as { READINGS: typeof READINGS }).READINGS
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
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
  const taken = bodies.map((body) => [timeOf(() => work(body))])
  const runs = taken.map(([first = 0]) => (first > LONG ? LONG_RUNS : RUNS))
  for (let round = 1; round < RUNS; round += 1)
    for (const [size, body] of bodies.entries())
      if (round < (runs[size] ?? 0)) taken[size]?.push(timeOf(() => work(body)))
  const times = taken.map(median)
  const ratios = times.slice(1).map((time, n) => {
    const half = times[n] ?? 0
    return half < TOO_SHORT ? 0 : time / half
  })
  const last = times.at(-1) ?? 0
  const megabytes = LONGEST / 1e6
  return { what: `${what}: ${Math.round(last / megabytes)} ms a MB`, value: Math.max(...ratios), unit: 'x' }
}

/** `3/8`: the third of eight parts, which together are all of them. */
function inPart(n: number): boolean {
  const [part, of] = (process.argv[5] ?? '1/1').split('/').map(Number)
  if (part === undefined || of === undefined || !(part >= 1 && part <= of))
    throw new Error(`not a part: ${process.argv[5]}`)
  return n % of === part - 1
}

/** Says it at once, too: all of them take hours. */
function shown(result: BenchResult): BenchResult {
  process.stderr.write(`${result.value.toFixed(2)} x  ${result.what}\n`)
  return result
}

/** `npm run bench linear [expression] [longest] [part/of] [shortest]`: whether time grows with the length; the worst first. */
const linearBench: Bench = {
  name: 'linear',
  async run() {
    const readings = await shippedReadings()
    const filter = new RegExp(process.argv[3] ?? '')
    const chosen = Object.entries({ ...HONEST_INPUTS, ...ADVERSARIAL_INPUTS })
      .flatMap(([name, make]) =>
        Object.entries(readings).map(([verb, work]) => ({ what: `${verb} ${name}`, make, work })),
      )
      .filter(({ what }) => filter.test(what))
    return chosen
      .filter((_, n) => inPart(n))
      .map(({ what, make, work }) => shown(measure(what, make, work)))
      .toSorted((a, b) => b.value - a.value)
  },
}

export default linearBench
