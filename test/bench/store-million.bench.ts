import { median, type Bench, type BenchResult } from './bench.ts'
import { inFreshChromium } from './chromium-page.ts'
import { ROWS_PER_DAY } from './synthetic-records.ts'

/** Whole days, as 1,000,000 rows are 166.7. */
const ROWS = 167 * ROWS_PER_DAY
const PAGES = 9
const NEW_ROWS = 10

interface Million {
  readonly write: number
  readonly bytes: number
  readonly lastDay: number
  readonly everything: number
  readonly page: number
}

const segments = (): Promise<Million> =>
  inFreshChromium('store-page.ts', async ({ page, reopen }) => {
    const time = (target: typeof page, call: string) => target.evaluate<number>(`bench.${call}`)
    const write = await time(page, `writeSegments(${ROWS})`)
    const bytes = await time(page, 'bytesOnDisk()')
    await page.close()
    const again = await reopen()
    const lastDay = await time(again, `readLastDay(${ROWS})`)
    const everything = await time(again, `readEverything(${ROWS})`)
    const pages: number[] = []
    for (let n = 0; n < PAGES; n += 1)
      pages.push(await time(again, `putPage(${ROWS + n * NEW_ROWS}, ${NEW_ROWS})`))
    return { write, bytes, lastDay, everything, page: median(pages) }
  })

const objects = (): Promise<number> =>
  inFreshChromium('store-page.ts', ({ page }) => page.evaluate<number>(`bench.writeObjects(${ROWS})`))

async function run(): Promise<BenchResult[]> {
  const packed = await segments()
  const one = await objects()
  const ms = (what: string, value: number): BenchResult => ({ what, value, unit: 'ms' })
  return [
    {
      ...ms('importing (goal: at most 20,000 ms with parsing, and 1/10)', packed.write),
      ratio: packed.write / one,
      baseline: `one object a row, ${Math.round(one)} ms`,
    },
    { what: 'on the disk', value: packed.bytes / 1e6, unit: 'MB' },
    ms('counts and last day on a new page (goal: in 1,500 ms)', packed.lastDay),
    ms('every row as an object (goal: in 3,000 ms)', packed.everything),
    ms(`adding a page of 100 rows with ${NEW_ROWS} new ones, median`, packed.page),
  ]
}

export default { name: 'store million', run } satisfies Bench
