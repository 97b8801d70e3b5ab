import type { Bench, BenchResult } from './bench.ts'
import { inFreshChromium } from './chromium-page.ts'
import { cpuOfChildren } from './cpu-of-children.ts'
import type { Kept } from './two-months-page.ts'

/**
 * `npm run bench "two months" [pages]`: a console that is loaded once a minute, for two months. So many pages go through
 * the worker one by one on the second day, when all that the strip reads is there, and at the end; the days between are put
 * as a whole.
 */
const PAGES = Number(process.argv[3] ?? 240)
/** The strip reads 42 days of readings at most. */
const DAYS_BETWEEN = [1, 43, 17]
const SUMMARIES = 5

interface Measured {
  readonly day: number
  /** Milliseconds of CPU, of all processes of the browser. */
  readonly page: number
  readonly summary: number
  /** Of the day segments, by day that was put as a whole. */
  readonly bytes: number
}

async function measure(): Promise<readonly Measured[]> {
  return inFreshChromium('two-months-page.ts', async ({ page }) => {
    const call = async (what: string): Promise<Kept> => {
      const kept = await page.evaluate<Kept>(`bench.${what}`)
      process.stderr.write(`${what}: ${JSON.stringify(kept)}\n`) // it takes long
      return kept
    }
    const measured: Measured[] = []
    let before = await call('replayPages(1)')
    for (const days of DAYS_BETWEEN) {
      const filled = await call(`fillDays(${days})`)
      const start = cpuOfChildren()
      const after = await call(`replayPages(${PAGES})`)
      const replayed = cpuOfChildren()
      for (let n = 0; n < SUMMARIES; n += 1) await page.evaluate('bench.summarise()')
      measured.push({
        day: Math.ceil(after.pages / 1_440),
        page: (replayed - start) / PAGES,
        summary: (cpuOfChildren() - replayed) / SUMMARIES,
        bytes: (filled.evidenceBytes - before.evidenceBytes) / days,
      })
      before = after
    }
    return measured
  })
}

async function run(): Promise<BenchResult[]> {
  const measured = await measure()
  const [first] = measured
  if (first === undefined) throw new Error('nothing was measured')
  const beside = (what: string, of: 'page' | 'summary' | 'bytes', unit: string, per = 1): BenchResult[] =>
    measured.map((each) => ({
      what: `${what}, day ${each.day}`,
      value: each[of] / per,
      unit,
      ratio: each[of] / first[of],
      baseline: `day ${first.day}`,
    }))
  return [
    ...beside('keeping a page, CPU of the browser', 'page', 'ms'),
    ...beside('a summary for the strip, CPU of the browser', 'summary', 'ms'),
    ...beside('day segments, a day', 'bytes', 'kB', 1_000),
  ]
}

export default { name: 'two months', run } satisfies Bench
