import { expect, type Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, BenchResult } from './bench.ts'
import { drawn, inFilledConsole, readWhole, type FilledConsole } from './filled-console.ts'
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
  readonly empty: Wait
  readonly first: Wait
  readonly all: number
  readonly filter: number
  readonly memory: number
  readonly bare: number
  readonly longest: number
  readonly imported: number
  readonly longestImporting: number
}

interface Wait {
  readonly shown: number
  readonly longest: number
}

/** Notes how long the longest task of the page's own thread was; the browser tells of those over 50 ms. */
function noteLongTasks(): void {
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      document.documentElement.dataset['longest'] = String(
        Math.max(duration, Number(document.documentElement.dataset['longest'] ?? 0)),
      )
  }).observe({ type: 'longtask', buffered: true })
}

/** 0 where none was over 50 ms. */
const longestTask = async (page: Page): Promise<number> =>
  Number((await page.locator('html').getAttribute('data-longest')) ?? 0)

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

async function measure(): Promise<Million> {
  const empty = await inFilledConsole({ rows: 100, days: 1 }, async (filled) => {
    const { open, url } = filled
    const page = await open()
    await page.addInitScript(noteLongTasks)
    const shown = await timed(async () => {
      await page.goto(`${url}/web/index.html#/timeline?zone=UTC`)
      await drawn(page)
    })
    const longest = await longestTask(page)
    await page.close()
    return { shown, longest, bare: await memoryOf(filled) }
  })
  return inFilledConsole({ rows: ROWS, days: DAYS }, async (filled) => {
    const { open, url } = filled
    const page = await open()
    await page.addInitScript(noteLongTasks)
    const start = performance.now()
    await page.goto(`${url}/web/index.html#/timeline?zone=UTC`)
    await drawn(page)
    const shown = performance.now() - start
    await readWhole(page)
    const all = performance.now() - start
    await drawn(page)
    const first = { shown, longest: await longestTask(page) }
    await page.getByRole('link', { name: 'Records' }).click()
    const shownRows = page.locator('.record-tools output')
    const before = await shownRows.innerText({ timeout: LONG })
    const filter = await timed(async () => {
      await page.getByRole('searchbox').fill('qoder')
      await expect(shownRows).not.toHaveText(before, { timeout: LONG })
    })
    const longest = await longestTask(page)
    await page.close()
    const memory = await memoryOf(filled)
    const folder = mkdtempSync(join(tmpdir(), 'quotascope-million-'))
    try {
      const files = Array.from({ length: FILES }, (_, n) => join(folder, `history-${n}.txt`))
      files.forEach((file, n) => writeFileSync(file, historyText(ROWS_EACH, true, n * ROWS_EACH)))
      const importer = await open()
      await importer.addInitScript(noteLongTasks)
      await importer.goto(`${url}/web/index.html#/bring-in?zone=UTC`)
      const imported = await timed(async () => {
        await importer.getByLabel('Choose files').setInputFiles(files)
        await importer.getByRole('button', { name: 'Keep 1000000 pieces' }).click({ timeout: LONG })
        await importer.getByText('1000000 requests: 1000000 new').waitFor({ timeout: LONG })
      })
      const longestImporting = await longestTask(importer)
      return { empty, first, all, filter, memory, bare: empty.bare, longest, imported, longestImporting }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

async function run(): Promise<BenchResult[]> {
  const { empty, first, all, filter, memory, bare, longest, imported, longestImporting } = await measure()
  const ms = (what: string, value: number): BenchResult => ({ what, value, unit: 'ms' })
  return [
    {
      ...ms('last day on the timeline after navigation (goal: 1,500 ms)', first.shown),
      ratio: first.shown / empty.shown,
      baseline: `a hundred rows, ${Math.round(empty.shown)} ms`,
    },
    ms('everything read and judged (goal: 3,000 ms)', all),
    ms('a filter over all records (goal: 200 ms)', filter),
    {
      what: 'memory of the page with its worker (goal: 300 MB)',
      value: memory,
      unit: 'MB',
      ratio: memory / bare,
      baseline: `a hundred rows, ${Math.round(bare)} MB`,
    },
    ms('longest task of the main thread, load and filter (goal: 50 ms)', longest),
    ms(`the same with a hundred rows`, empty.longest),
    ms('bringing in a million pasted rows in five files (goal: 20,000 ms)', imported),
    ms('longest task of the main thread meanwhile (goal: 50 ms)', longestImporting),
  ]
}

export default { name: 'console million', run } satisfies Bench
