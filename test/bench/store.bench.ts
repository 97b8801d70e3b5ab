import { median, type Bench, type BenchResult } from './bench.ts'
import { inFreshChromium } from './chromium-page.ts'

const ROWS = 100_000
const RUNS = 3

interface Timing {
  readonly write: number
  readonly read: number
}

/** Writes and reads the rows in a browser of its own, in one of the two forms. */
const timing = (form: 'Segments' | 'Objects'): Promise<Timing> =>
  inFreshChromium('store-page.ts', async ({ page }) => ({
    write: await page.evaluate<number>(`bench.write${form}(${ROWS})`),
    read: await page.evaluate<number>(`bench.read${form}(${ROWS})`),
  }))

const compared = (what: string, value: number, objects: number): BenchResult => ({
  what,
  value,
  unit: 'ms',
  ratio: value / objects,
  baseline: `one object a row, ${Math.round(objects)} ms`,
})

/** Alternating, so that what else the machine does hits both. */
async function run(): Promise<BenchResult[]> {
  const segments: Timing[] = []
  const objects: Timing[] = []
  for (let n = 0; n < RUNS; n += 1) {
    segments.push(await timing('Segments'))
    objects.push(await timing('Objects'))
  }
  const middle = (timings: readonly Timing[], of: keyof Timing) => median(timings.map((each) => each[of]))
  return [
    compared('writing 100,000 rows', middle(segments, 'write'), middle(objects, 'write')),
    compared('reading them', middle(segments, 'read'), middle(objects, 'read')),
  ]
}

export default { name: 'store', run } satisfies Bench
