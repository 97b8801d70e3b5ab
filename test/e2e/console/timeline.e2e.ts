import type { Locator, Page } from '@playwright/test'
import { expect, pasteSeed, test } from '../browser/console-fixture.ts'

/** The timeline: every way to move it, what it says on the way, and that the address holds where one is. */

const figure = (page: Page): Locator => page.getByRole('region', { name: 'Timeline', exact: true })

async function open(page: Page, query: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, `#/timeline?${query}`)
  await expect(page.locator('.lane-requests')).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('.timeline[aria-busy="false"]')).toBeVisible()
}

const DAY = 'day=2026-03-02&zone=%2B01:00'
const DAY_FROM = Date.UTC(2026, 2, 1, 23)
const HOUR = 3_600_000

/** What the address says is shown, in hours since the day of the incident began; null while it names no range. */
async function shown(page: Page): Promise<{ from: number; to: number } | null> {
  const [, query = ''] = new URL(page.url()).hash.split('?')
  const found = new URLSearchParams(query)
  const hours = (text: string) => {
    const [date = '', time = ''] = text.replace('Z', '').split('T')
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
    const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
    return (Date.UTC(year, month - 1, day, hour, minute, second) - DAY_FROM) / HOUR
  }
  const [from, to] = (found.get('range') ?? '').split('/')
  return from && to ? { from: hours(from), to: hours(to) } : null
}

async function settled(page: Page): Promise<{ from: number; to: number }> {
  await expect.poll(() => shown(page)).not.toBeNull()
  await expect(page.locator('.timeline-page[data-moving]')).toHaveCount(0)
  const range = await shown(page)
  if (!range) throw new Error('the address names no range')
  return range
}

/** A point on the track of the requests, at a share of its width. */
async function onTrack(page: Page, share: number): Promise<{ x: number; y: number }> {
  const box = await page.locator('.lane-requests .lane-track').boundingBox()
  if (!box) throw new Error('no track')
  return { x: box.x + share * box.width, y: box.y + box.height / 2 }
}

test.beforeEach(async ({ consolePage: page }) => {
  await pasteSeed(page)
  await open(page, DAY)
})

test('with Ctrl the wheel zooms at the pointer; alone it scrolls the page, and says so once', async ({
  consolePage: page,
}) => {
  const point = await onTrack(page, 0.7)
  await page.mouse.move(point.x, point.y)
  const time = page.locator('.crosshair span')
  const before = await time.textContent()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -300)
  await page.keyboard.up('Control')
  const nearer = await settled(page)
  expect(nearer.to - nearer.from).toBeLessThan(15)
  await page.mouse.move(point.x, point.y + 1)
  // the same second under the pointer, as far as a pixel can tell
  const secondsOf = (text: string | null) =>
    (text ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  expect(Math.abs(secondsOf(await time.textContent()) - secondsOf(before))).toBeLessThan(120)
  await page.mouse.wheel(200, 0)
  await expect.poll(async () => (await shown(page))?.from ?? 0).toBeGreaterThan(nearer.from + 0.5)
  const panned = await settled(page)
  expect(panned.to - panned.from).toBeCloseTo(nearer.to - nearer.from, 2)
  await page.setViewportSize({ width: 1280, height: 500 })
  await page.mouse.move(point.x, 300)
  const hint = page.getByText('Hold Ctrl or ⌘ to zoom with the wheel')
  await expect(hint).toBeHidden()
  await page.mouse.wheel(0, 200)
  await expect(hint).toBeVisible()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(50)
  expect(await settled(page)).toEqual(panned)
})

test('a drag with Shift moves the time and is no click; back goes to where one was before', async ({
  consolePage: page,
}) => {
  await page.getByRole('button', { name: 'Week', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Week', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(page.locator('figcaption').first()).toContainText('2 Mar 2026 – 8 Mar 2026')
  const [start, end] = [await onTrack(page, 0.1), await onTrack(page, 0.4)]
  await page.mouse.move(start.x, start.y)
  await page.keyboard.down('Shift')
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, end.y, { steps: 4 })
  await page.mouse.move(end.x, end.y, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect.poll(async () => (await shown(page))?.from ?? 0).toBeLessThan(-40)
  const dragged = await settled(page)
  expect(dragged.to - dragged.from).toBeCloseTo(7 * 24, 1)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goBack()
  await expect(page.locator('figcaption').first()).toContainText('Mon 2 Mar 2026')
})

test('a drag zooms into the range that it draws, in either direction', async ({ consolePage: page }) => {
  for (const [first, last] of [
    [0.75, 0.5],
    [0.25, 0.75],
  ] as const) {
    const before = page.url()
    const [start, end] = [await onTrack(page, first), await onTrack(page, last)]
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(end.x, end.y + 20, { steps: 6 })
    await expect(page.locator('.range-choice')).toBeVisible()
    await page.mouse.up()
    await expect.poll(() => page.url()).not.toBe(before)
  }
  const range = await settled(page)
  // half a day out of its second half, and of that the middle half
  expect(range.from).toBeCloseTo(12 + 6 / 4, 0)
  expect(range.to).toBeCloseTo(12 + (6 * 3) / 4, 0)
  await expect(page.locator('.range-choice')).toBeHidden()
})

test('one drag with Shift after another moves the time, and selects nothing', async ({
  consolePage: page,
}) => {
  const [start, end] = [await onTrack(page, 0.7), await onTrack(page, 0.45)]
  const drags: { from: number; to: number }[] = []
  for (let n = 0; n < 3; n += 1) {
    const before = page.url()
    await page.mouse.move(start.x, start.y)
    await page.keyboard.down('Shift')
    await page.mouse.down()
    await page.mouse.move(end.x, end.y + 60, { steps: 8 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await expect.poll(() => page.url()).not.toBe(before)
    drags.push(await settled(page))
  }
  expect(drags.map(({ from }) => Math.round(from))).toEqual([6, 12, 18])
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
})

test('with the keyboard alone: pan, zoom, the ends of the history, from event to event, and into one', async ({
  consolePage: page,
}) => {
  await figure(page).focus()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  const nearer = await settled(page)
  expect(nearer.to - nearer.from).toBeCloseTo(12, 1)
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await settled(page)).from).toBeGreaterThan(nearer.from + 1)
  await page.keyboard.press('End')
  await expect.poll(async () => (await settled(page)).to).toBeGreaterThan(100)
  await page.keyboard.press('Home')
  await expect.poll(async () => (await settled(page)).from).toBeCloseTo(16.32, 1)
  const block = page.getByRole('button', { name: /Blocked \(suspected\)/ })
  await expect(block).toBeVisible() // Tab goes to what is drawn, and that comes after the address
  await page.keyboard.press('Tab')
  await expect(block).toBeFocused()
  await expect(page.locator('.event-tip')).toContainText('for 1 h 3 min 31 s')
  await page.keyboard.press('Escape')
  await expect(page.locator('.event-tip')).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(page.locator('.lane-cursor:focus')).toHaveAttribute(
    'aria-label',
    /^16:.*1 request|Request succeeded/,
  )
  await page.keyboard.press('End')
  await expect(page.locator('.lane-cursor:focus')).toHaveAttribute('aria-label', /17:25:14/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('article').first()).toBeVisible()
})

test('a tip gives exact values and their source, and a press opens the rows', async ({
  consolePage: page,
}) => {
  const track = await page.locator('.lane-requests .lane-track').boundingBox()
  if (!track) throw new Error('no track')
  // the bar of 17:15 to 17:30
  await page.mouse.move(track.x + (track.width * 17.37) / 24, track.y + track.height / 2)
  const tip = page.locator('.event-tip')
  await expect(tip).toContainText('17:15:00–17:30:00')
  await expect(tip).toContainText('8 requests')
  await expect(tip).toContainText('from the usage history')
  await page.mouse.down()
  await page.mouse.up()
  await expect(page.getByRole('dialog').getByRole('article')).toHaveCount(8)
})

test('near enough, each row is a line of its own and opens itself', async ({ consolePage: page }) => {
  await open(page, 'range=2026-03-02T16:20:00Z/2026-03-02T16:26:00Z&zone=%2B01:00')
  await expect(page.getByText('one line per request')).toBeVisible()
  await page.getByRole('button', { name: /^17:22:28, Request succeeded/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('article')).toHaveCount(1)
})

test('the brush moves the window, its edges, and draws a new one', async ({ consolePage: page }) => {
  const box = await page.locator('.overview-track').boundingBox()
  if (!box) throw new Error('no overview')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.5, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.55, y, { steps: 5 })
  // a pointer that rests on its way shows what is brushed so far, and goes on from there
  const begun = await settled(page)
  await page.mouse.move(box.x + box.width * 0.75, y, { steps: 5 })
  await page.mouse.up()
  await expect.poll(async () => (await shown(page))?.to ?? 0).toBeGreaterThan(begun.to + 12)
  const drawn = await settled(page)
  expect(drawn.from).toBeCloseTo(begun.from, 1)
  const from = page.getByRole('slider', { name: 'Shown from' })
  await expect(from).toHaveAttribute('aria-valuetext', /Mar/)
  await from.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(async () => (await settled(page)).from).toBeLessThan(drawn.from - 1)
  expect((await settled(page)).to).toBeCloseTo(drawn.to, 2)
})

test('from incident to incident', async ({ consolePage: page }) => {
  await expect(page.getByRole('button', { name: 'Previous incident' })).toBeDisabled()
  await page.getByRole('button', { name: 'Next incident' }).click()
  await expect(page.locator('figcaption').first()).toContainText('2 Mar 2026 04:50:42 – 3 Mar 2026 04:50:42')
  await page.getByRole('button', { name: 'Next incident' }).click()
  await expect(page.locator('figcaption').first()).toContainText('blocked at some time within')
  await expect(page.getByRole('button', { name: 'Next incident' })).toBeDisabled()
  await page.getByRole('button', { name: 'Previous incident' }).click()
  await expect(page.getByRole('button', { name: /Blocked \(suspected\)/ })).toBeVisible()
})

test('each lane has a table and a sentence', async ({ consolePage: page }) => {
  await page.getByText('As tables').click()
  await expect(page.getByRole('table')).toHaveCount(7)
  await expect(page.getByRole('table', { name: /^Requests: 9 requests/ })).toBeVisible()
  await expect(page.getByText('Devices and keys: no data.').last()).toBeVisible()
  await page.getByRole('cell', { name: 'Blocked (suspected)' }).getByRole('button').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()
})

const WEEK = 'range=2026-02-22T23:00:00Z/2026-03-01T23:00:00Z&zone=%2B01:00'

for (const width of [1280, 360]) {
  test(`${width} pixels wide, the resets of a week are neither a fence nor a band, and each is an event`, async ({
    consolePage: page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await open(page, WEEK)
    const marks = page.locator('.lane-resets .reset-row').first().locator('.reset-mark')
    await expect.poll(() => marks.count()).toBeGreaterThan(60) // two weeks are drawn, one is in sight
    await expect(page.getByRole('button', { name: /5-hour reset/ })).toHaveCount(await marks.count())
    const boxes = await marks.evaluateAll((all) =>
      all.map((mark) => mark.getBoundingClientRect()).map(({ left, right }) => ({ left, right })),
    )
    for (const [index, { left }] of boxes.slice(1).entries())
      expect(left).toBeGreaterThanOrEqual(boxes[index]?.right ?? 0)
    await expect(page.locator('.reset-ticks i')).toHaveCount(boxes.length)
    expect(await page.locator('.behind .grid-reset').count()).toBeLessThan(6)
  })
}

test('in a narrow window no line runs through the name of a lane', async ({ consolePage: page }) => {
  await page.setViewportSize({ width: 360, height: 900 })
  const labels = page.locator('.lane-label')
  const grounds = await labels.evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor))
  expect(new Set(grounds)).toEqual(new Set(['rgb(255, 255, 255)']))
})

test('a day on which clocks change is shown as the clock showed it', async ({ consolePage: page }) => {
  await open(page, 'day=2026-03-29&zone=Europe/Berlin')
  await expect(page.getByText('Europe/Berlin +01:00 → +02:00')).toBeVisible()
  await expect(page.locator('.tick:visible').first()).toHaveText('29 Mar')
  await expect(page.locator('figcaption').first()).toContainText('Sun 29 Mar 2026')
})
