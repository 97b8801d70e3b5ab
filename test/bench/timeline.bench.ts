import type { Page } from '@playwright/test'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleScript } from '../bundle-script.ts'
import type { Bench, BenchResult } from './bench.ts'
import { drawn, inFilledConsole, readWhole, serveScript } from './filled-console.ts'
import { frameTimes } from './frame-times.ts'
import type { FrameTimes } from './frames-of-trace.ts'
import { ROWS_PER_DAY } from './synthetic-records.ts'

/** The built console itself, over a million rows in its own database, moved by the browser's own input. */

const HERE = dirname(fileURLToPath(import.meta.url))
const DAYS = 167
const ROWS = DAYS * ROWS_PER_DAY
const STEPS = 60
const GOAL = 1000 / 60

const RANGES = {
  day: '2026-04-01T00:00:00Z/2026-04-02T00:00:00Z',
  week: '2026-03-30T00:00:00Z/2026-04-06T00:00:00Z',
  year: '2026-01-01T00:00:00Z/2027-01-01T00:00:00Z',
} as const

interface Measured {
  readonly loaded: number
  readonly gestures: Readonly<Record<string, FrameTimes>>
  readonly settle: Readonly<Record<string, number>>
  readonly canvas: FrameTimes
  readonly uplot: FrameTimes
}

const measure = (): Promise<Measured> =>
  inFilledConsole({ rows: ROWS, days: DAYS }, async ({ context, url, open }) => {
    const body = await bundleScript(join(HERE, 'timeline-baseline-page.ts'), 'bench')
    await serveScript(context, `${url}/baseline`, body)
    const page = await open()
    const start = performance.now()
    await page.goto(`${url}/web/index.html#/timeline?range=${RANGES.day}&zone=UTC`)
    await drawn(page)
    const loaded = performance.now() - start
    await readWhole(page)
    const gestures: Record<string, FrameTimes> = {}
    const settle: Record<string, number> = {}
    for (const [name, range] of Object.entries(RANGES)) {
      const asked = performance.now()
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, `#/timeline?range=${range}&zone=UTC`)
      await page.waitForTimeout(100)
      await drawn(page)
      settle[name] = performance.now() - asked - 100
      await page.waitForTimeout(500) // a gesture begins on a page at rest
      gestures[`pan, ${name}`] = await frameTimes(
        page,
        () => drag(page),
        () => rest(page),
      )
      gestures[`zoom, ${name}`] = await frameTimes(
        page,
        () => zoom(page),
        () => rest(page),
      )
    }
    await page.goto(`${url}/baseline`)
    const canvas = await frameTimes(page, () => page.evaluate('bench.bareCanvas()'))
    const uplot = await frameTimes(page, () => page.evaluate('bench.uplotChart()'))
    return { loaded, gestures, settle, canvas, uplot }
  })

/** What follows a gesture: the lanes are asked for and drawn anew, with the chart of the meters last. */
async function rest(page: Page): Promise<void> {
  await page.mouse.up()
  for (const key of ['Shift', 'Control']) await page.keyboard.up(key)
  await page.waitForTimeout(300)
  await drawn(page)
  await page.waitForTimeout(300)
}

async function trackOf(page: Page) {
  const box = await page.locator('.lane-requests .lane-track').boundingBox()
  if (!box) throw new Error('no track to move')
  return box
}

async function drag(page: Page): Promise<void> {
  const { x, y, width, height } = await trackOf(page)
  await page.mouse.move(x + width * 0.7, y + height / 2)
  await page.keyboard.down('Shift')
  await page.mouse.down()
  for (let n = 0; n < STEPS; n += 1)
    await page.mouse.move(x + width * (0.7 - 0.25 * Math.sin((n / STEPS) * Math.PI)), y + height / 2)
}

async function zoom(page: Page): Promise<void> {
  const { x, y, width, height } = await trackOf(page)
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.keyboard.down('Control')
  for (let n = 0; n < STEPS; n += 1) await page.mouse.wheel(0, n < STEPS / 2 ? -20 : 20)
}

async function run(): Promise<BenchResult[]> {
  const { loaded, gestures, settle, canvas, uplot } = await measure()
  const ms = (what: string, value: number): BenchResult => ({ what, value, unit: 'ms' })
  const compared = (what: string, value: number, baseline: FrameTimes, name: string): BenchResult => ({
    ...ms(what, value),
    ratio: value / baseline.p95,
    baseline: `${name}, ${baseline.p95.toFixed(2)} ms`,
  })
  return [
    ms(`first drawing of a day, ${ROWS.toLocaleString('en')} rows read`, loaded),
    ...Object.entries(settle).map(([name, value]) => ms(`a jump to a ${name}, until it is drawn`, value)),
    ...Object.entries(gestures).flatMap(([name, { p95, median, frames, longestTask }]) => [
      compared(
        `${name}: p95 of a frame (goal: ${GOAL.toFixed(1)} ms), ${frames} frames`,
        p95,
        canvas,
        'bare canvas',
      ),
      compared(
        `${name}: the same, median ${median.toFixed(2)}, longest task ${longestTask.toFixed(1)}`,
        p95,
        uplot,
        'uPlot',
      ),
    ]),
  ]
}

export default { name: 'timeline', run } satisfies Bench
