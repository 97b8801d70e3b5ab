import type { Page } from '@playwright/test'
import { openReplica, type ReplicaBrowser } from '../replica/open-chromium.ts'
import { simulatedConsole } from '../replica/simulated-scenario.ts'
import { median, type Bench, type BenchResult } from './bench.ts'

const CONSOLE = 'https://www.kimi.com/code/console'
const LOADS = 15
const ANSWERS = 60

/** From the start of the navigation until the page has drawn all that it loads, in ms. */
async function loadTime(page: Page): Promise<number> {
  await page.goto(CONSOLE)
  await page.locator('html[data-loaded]').waitFor()
  return page.evaluate(() => performance.getEntriesByName('replica-loaded')[0]?.startTime ?? NaN)
}

/** From the call until the page has the 100 rows as objects, in ms; the middle one of many. */
const answerTimes = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async (count) => {
    const token: unknown = JSON.parse(localStorage.getItem('access_token') ?? '""')
    const headers = { Authorization: `Bearer ${String(token)}` }
    const path = '/apiv2/kimi.gateway.code.v1.UsageService/ListUnifiedRequests'
    const times: number[] = []
    for (let n = 0; n < count; n++) {
      const before = performance.now()
      await (await fetch(path, { method: 'POST', body: '{}', headers })).json()
      times.push(performance.now() - before)
    }
    return times
  }, ANSWERS)

/**
 * What the extension costs the page: the same loads and the same answers, with and without it, in turns, so that whatever
 * else the machine does falls on both.
 */
async function run(): Promise<readonly BenchResult[]> {
  const { world, at } = simulatedConsole(3)
  const scenario = at(world.scenario.end)
  const withIt = await openReplica(() => scenario)
  const without = await openReplica(() => scenario, { extension: null })
  try {
    const loads = await inTurns(withIt, without, LOADS, async (page) => [await loadTime(page)])
    const answers = await inTurns(withIt, without, 4, answerTimes)
    return [
      compared('load of the console until all is drawn', loads),
      compared('an answer of 100 rows, until the page has it', answers),
    ]
  } finally {
    await withIt.close()
    await without.close()
  }
}

interface Pair {
  readonly withIt: readonly number[]
  readonly without: readonly number[]
}

async function inTurns(
  one: ReplicaBrowser,
  other: ReplicaBrowser,
  rounds: number,
  measure: (page: Page) => Promise<readonly number[]>,
): Promise<Pair> {
  const pages = [await one.context.newPage(), await other.context.newPage()] as const
  const [first, second] = pages
  for (const page of pages) await loadTime(page) // caches and the worker are warm
  const withIt: number[] = []
  const without: number[] = []
  for (let round = 0; round < rounds; round++) {
    await first.bringToFront()
    withIt.push(...(await measure(first)))
    await second.bringToFront()
    without.push(...(await measure(second)))
  }
  for (const page of pages) await page.close()
  return { withIt, without }
}

function compared(what: string, { withIt, without }: Pair): BenchResult {
  const base = median(without)
  const value = median(withIt)
  return {
    what,
    value,
    unit: 'ms',
    ratio: value / base,
    baseline: `without the extension: ${base.toFixed(1)} ms, difference ${(value - base).toFixed(1)} ms (goal: 2 % or 5 ms)`,
  }
}

export default { name: 'page-cost', run } satisfies Bench
