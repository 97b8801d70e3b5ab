import { expect, type Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, BenchResult } from './bench.ts'
import { drawn, inFilledConsole, readWhole, type FilledConsole } from './filled-console.ts'
import { frameTimes } from './frame-times.ts'
import { historyText } from './history-text.ts'
import { ROWS_PER_DAY } from './synthetic-records.ts'

/** The built console itself with a million rows in its own database: what somebody who opens it waits for. */

const DAYS = 167
const ROWS = DAYS * ROWS_PER_DAY
const LONG = 300_000
/** A text that is no log may have 32 MB. */
const FILES = 5
const ROWS_EACH = 200_000

interface Million {
  /** Of a console with a hundred rows. */
  readonly empty: Wait
  readonly bare: number
  readonly first: number
  readonly load: Wait
  readonly filter: Wait
  readonly memory: number
  readonly importing: Wait
}

/** In ms; the longest task in time that the thread ran, as in `frame-times.ts`. */
interface Wait {
  readonly shown: number
  readonly longest: number
}

/**
 * Memory of the page and its worker once nothing runs, in MB: all that scripts hold, after the browser has cleared away what
 * they do not. Only a page that shares its process with no other site may ask for it, hence the headers.
 */
async function memoryOf({ context, open, url }: FilledConsole): Promise<number> {
  await context.route(`${url}/**`, async (route) => {
    const response = await route.fetch()
    const headers = {
      ...response.headers(),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    }
    await route.fulfill({ response, headers })
  })
  const page = await open()
  await page.goto(`${url}/web/index.html#/timeline?zone=UTC`)
  await drawn(page)
  await readWhole(page)
  await drawn(page)
  const bytes = await page.evaluate<number>(
    'performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)',
  )
  await page.close()
  await context.unroute(`${url}/**`)
  return bytes / 1e6
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** What the main thread does in `work`, and how long the whole of it takes. */
async function watched(page: Page, work: () => Promise<void>): Promise<Wait> {
  let shown = 0
  const { longestTask } = await frameTimes(page, async () => {
    shown = await timed(work)
  })
  return { shown, longest: longestTask }
}

async function measure(): Promise<Million> {
  const small = await inFilledConsole({ rows: 100, days: 1 }, async (filled) => {
    const page = await filled.open()
    const empty = await watched(page, () => showTimeline(page, filled.url))
    await page.close()
    return { empty, bare: await memoryOf(filled) }
  })
  return inFilledConsole({ rows: ROWS, days: DAYS }, async (filled) => {
    const { open, url } = filled
    const page = await open()
    let first = 0
    const load = await watched(page, async () => {
      first = await timed(() => showTimeline(page, url))
      await readWhole(page)
    })
    await drawn(page)
    await page.getByRole('link', { name: 'Records' }).click()
    const shownRows = page.locator('.record-tools output')
    const before = await shownRows.innerText({ timeout: LONG })
    const filter = await watched(page, async () => {
      await page.getByRole('searchbox').fill('qoder')
      await expect(shownRows).not.toHaveText(before, { timeout: LONG })
    })
    await page.close()
    const memory = await memoryOf(filled)
    const importing = await bringIn(await open(), url)
    return { ...small, first, load, filter, memory, importing }
  })
}

async function showTimeline(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/web/index.html#/timeline?zone=UTC`)
  await drawn(page)
}

async function bringIn(page: Page, url: string): Promise<Wait> {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-million-'))
  try {
    const files = Array.from({ length: FILES }, (_, n) => join(folder, `history-${n}.txt`))
    files.forEach((file, n) => writeFileSync(file, historyText(ROWS_EACH, true, n * ROWS_EACH)))
    await page.goto(`${url}/web/index.html#/bring-in?zone=UTC`)
    await page.getByLabel('Choose files').waitFor({ state: 'attached' })
    return await watched(page, async () => {
      await page.getByLabel('Choose files').setInputFiles(files)
      await page.getByRole('button', { name: 'Keep 1000000 pieces' }).click({ timeout: LONG })
      await page.getByText('1000000 requests: 1000000 new').waitFor({ timeout: LONG })
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(): Promise<BenchResult[]> {
  const { empty, bare, first, load, filter, memory, importing } = await measure()
  const ms = (what: string, value: number): BenchResult => ({ what, value, unit: 'ms' })
  return [
    {
      ...ms('last day on the timeline after navigation (goal: 1,500 ms)', first),
      ratio: first / empty.shown,
      baseline: `a hundred rows, ${Math.round(empty.shown)} ms`,
    },
    ms('everything read and judged (goal: 3,000 ms)', load.shown),
    {
      ...ms('longest task of the main thread meanwhile (goal: 50 ms)', load.longest),
      ratio: load.longest / empty.longest,
      baseline: `a hundred rows, ${Math.round(empty.longest)} ms`,
    },
    ms('a filter over all records (goal: 200 ms)', filter.shown),
    ms('longest task of the main thread meanwhile (goal: 50 ms)', filter.longest),
    {
      what: 'memory of the page with its worker (goal: 300 MB)',
      value: memory,
      unit: 'MB',
      ratio: memory / bare,
      baseline: `a hundred rows, ${Math.round(bare)} MB`,
    },
    ms('bringing in a million pasted rows in five files (goal: 20,000 ms)', importing.shown),
    ms('longest task of the main thread meanwhile (goal: 50 ms)', importing.longest),
  ]
}

export default { name: 'console million', run } satisfies Bench
