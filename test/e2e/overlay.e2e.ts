import { test } from './browser/extension-fixture.ts'
import { boxOf, CONSOLE, expect, ready, stripOf } from './browser/overlay-page.ts'

/** The strip in the page, as a reader meets it. */

test('with the keyboard: to it, its list, closed step by step, and back', async ({
  browserWithExtension: context,
}) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await ready(page)
  const strip = stripOf(page)
  const refresh = page.getByRole('button', { name: 'Refresh' })
  await refresh.focus()
  await page.keyboard.press('Alt+Shift+K')
  await expect(strip.locator('button.toggle')).toBeFocused()
  await strip.locator('button.twin').focus()
  await page.keyboard.press('Enter')
  await expect(strip.locator('.twin-panel')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(strip.locator('.twin-panel')).toHaveCount(0)
  await expect(strip.locator('.buttons .twin')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(strip.locator('.strip')).toHaveClass(/collapsed/)
  await expect(strip.locator('button.toggle')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(refresh).toBeFocused()

  await page.reload()
  await expect(strip.locator('button.toggle')).toBeVisible()
  await expect(strip.locator('.strip')).toHaveClass(/collapsed/) // remembered
  await page.keyboard.press('Alt+Shift+K')
  await page.keyboard.press('Enter')
  await expect(strip.locator('.meters')).toBeVisible()
})

test('a refresh keeps the focus, and a live region speaks of a change of state only', async ({
  browserWithExtension: context,
  stage,
}) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await ready(page)
  const strip = stripOf(page)
  await strip.locator('button.open').focus()
  const region = strip.getByRole('status')
  await expect(region).toHaveText('')
  const { rows } = stage.scenario
  const first = rows[0]
  if (!first) throw new Error('the scenario has no rows')
  const later = {
    ...first,
    requestId: '00000000-0000-4000-8000-0000000000aa',
    requestTime: '2026-03-02T15:30:00Z',
  }
  stage.scenario = { ...stage.scenario, rows: [{ ...later, success: false, httpStatusCode: 429 }, ...rows] }
  await page.getByRole('button', { name: 'Refresh' }).evaluate((button: HTMLElement) => button.click())
  await expect(strip.locator('.state')).toHaveAttribute('data-kind', 'blocked')
  await expect(region).toContainText('Blocked since')
  await expect(strip.locator('button.open')).toBeFocused()
})

test('it opens the console at the incident', async ({ browserWithExtension: context }) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await ready(page)
  const opened = context.waitForEvent('page')
  await stripOf(page).locator('button.why').click()
  const own = await opened
  await expect(own).toHaveURL(/#\/incidents\?incident=incident%3A[0-9a-f]+$/)
  await expect(own.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()
  await expect(own.getByText('Mon 2 Mar, 15:19–16:22').first()).toBeVisible()

  // the second time in the tab that is there
  await page.bringToFront()
  await own.evaluate(() => (location.hash = '#/settings'))
  await stripOf(page).locator('button.why').click()
  await expect(own).toHaveURL(/#\/incidents\?incident=/)
  expect(context.pages().filter((each) => each.url().includes('extension/console'))).toHaveLength(1)
})

test('nothing on the page moves once the strip is there', async ({
  browserWithExtension: context,
  stage,
}) => {
  stage.scenario = { ...stage.scenario, faults: { ListUnifiedRequests: { kind: 'slow', ms: 800 } } }
  const page = await context.newPage()
  await page.addInitScript(() => {
    const shifts: string[] = []
    Reflect.set(window, 'shifts', shifts)
    new PerformanceObserver((list) => {
      // what moved before the strip came is the page's own affair, and what moves inside of it is its own drawing
      const strip = document.querySelector('quotascope-strip')?.getBoundingClientRect()
      if (!strip) return
      const isInside = ({ left, right, top, bottom }: DOMRectReadOnly) =>
        left >= strip.left && right <= strip.right + 1 && top >= strip.top && bottom <= strip.bottom
      for (const entry of list.getEntries()) {
        const { sources = [] } = entry as PerformanceEntry & {
          sources?: readonly { currentRect: DOMRectReadOnly; previousRect: DOMRectReadOnly }[]
        }
        if (
          !sources.every(({ previousRect, currentRect }) => isInside(previousRect) && isInside(currentRect))
        )
          shifts.push(JSON.stringify(entry.toJSON()))
      }
    }).observe({ type: 'layout-shift' })
  })
  await page.goto(CONSOLE)
  await ready(page)
  const height = (await boxOf(stripOf(page))).height
  await page.getByRole('button', { name: 'Refresh' }).evaluate((button: HTMLElement) => button.click())
  await page.waitForTimeout(2_500)
  expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([])
  expect((await boxOf(stripOf(page))).height).toBe(height)
})

for (const width of [320, 360, 640, 900, 1280, 3840])
  test(`${width} px wide it stays inside its place, cuts no word, and the page scrolls no further than before`, async ({
    browserWithExtension: context,
  }) => {
    const page = await context.newPage()
    await page.setViewportSize({ width, height: 740 })
    await page.goto(CONSOLE)
    await ready(page)
    const strip = stripOf(page)
    await expect(strip.locator('.verdict strong')).toContainText('2 Mar')
    await expect(strip.locator('.verdict')).toContainText('Cause not')
    const { x, width: wide } = await boxOf(strip)
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + wide).toBeLessThanOrEqual(width)
    for (const part of ['.strip', '.head', '.state-text', '.meters', '.day', '.words']) {
      const over = await strip
        .locator(part)
        .evaluate((node) => [node.scrollWidth - node.clientWidth, node.scrollHeight - node.clientHeight])
      // the name of the last hour may reach into the card's padding
      const most = part === '.day' ? 12 : 1
      for (const each of over) expect(each, `${part} at ${width} px`).toBeLessThanOrEqual(most)
    }
    const card = await boxOf(strip.locator('.strip'))
    const words = await boxOf(strip.locator('.words'))
    expect(words.y + words.height).toBeLessThanOrEqual(card.y + card.height)
    await expect(page.locator('quotascope-marks .gap')).toHaveCount(1)
    const scrolls = () => page.evaluate(() => document.documentElement.scrollWidth)
    const withMarks = await scrolls()
    await page.evaluate(() => document.querySelector('quotascope-marks')?.remove())
    expect(withMarks).toBe(await scrolls())
  })

test('it follows the page to another language and theme without being loaded again', async ({
  browserWithExtension: context,
}) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await ready(page)
  await page.evaluate(() => {
    document.documentElement.lang = 'zh-CN'
    document.body.style.backgroundColor = '#111'
  })
  await expect(stripOf(page).locator('.records')).toContainText('条记录')
  await expect(stripOf(page)).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('quotascope-marks .gap')).toContainText('受限')
})

test('in forced colours every part is told by its form', async ({
  browserWithExtension: context,
  openExtensionPage,
}) => {
  const page = await context.newPage()
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(CONSOLE)
  await ready(page)
  const own = await openExtensionPage('extension/popup/index.html')
  await own.emulateMedia({ forcedColors: 'active' })
  for (const part of [
    stripOf(page).locator('.bar').first(),
    stripOf(page).locator('.lane'),
    stripOf(page).locator('.strip'),
    own.getByRole('button', { name: 'Open Quotascope' }),
  ])
    await expect(part).toHaveCSS('border-top-width', '1px')
  // a reset that is due: a dashed ring, where what is up to date is a filled one
  const glyph = stripOf(page).locator('.state[data-kind="reset_due"] .glyph')
  await expect(glyph).toHaveCSS('border-top-style', 'dashed')
  await expect(glyph).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
})
