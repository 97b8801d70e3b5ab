import { test } from './browser/extension-fixture.ts'
import { boxOf, expect, stripOf } from './browser/overlay-page.ts'

/** The pill that stands in where there are no cards to dock under. */

const MEMBERSHIP = 'https://www.kimi.com/membership/subscription?tab=quota'
/** A page of Kimi Code that has neither cards nor lists. */
const LANDING = 'https://www.kimi.com/code'

test('without cards it is a pill that covers no list', async ({ browserWithExtension: context }) => {
  const page = await context.newPage()
  await page.goto(MEMBERSHIP)
  const strip = stripOf(page)
  await expect(strip).toHaveAttribute('data-place', /pill|parked/)
  const covered = () =>
    page.evaluate(() => {
      const pill = document.querySelector('quotascope-strip')?.getBoundingClientRect()
      if (!pill) return ['no pill']
      return [...document.querySelectorAll('table, [role="list"], nav.pager, .infinite-table-scroll')]
        .filter((each) => {
          const box = each.getBoundingClientRect()
          return (
            pill.left < box.right && box.left < pill.right && pill.top < box.bottom && box.top < pill.bottom
          )
        })
        .map(({ className }) => className)
    })
  for (const [width, height] of [
    [1280, 800],
    [1000, 500],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect.poll(covered).toEqual([])
  }
})

test('the pill is dragged and moved by keys, stays in the window, and where it was put', async ({
  browserWithExtension: context,
}) => {
  const page = await context.newPage()
  await page.goto(LANDING)
  const strip = stripOf(page)
  const grip = strip.locator('.grip')
  await expect(grip).toBeVisible()
  const before = await boxOf(strip)
  expect(before.x + before.width).toBeGreaterThan(1280 - 40) // the lower right corner
  const from = await boxOf(grip)
  await page.mouse.move(from.x + 5, from.y + 5)
  await page.mouse.down()
  await page.mouse.move(1, 1, { steps: 5 }) // by its grip, so that the pill would stick out of the window
  await page.mouse.up()
  await expect.poll(async () => Math.round((await boxOf(strip)).x)).toBe(12)
  expect((await boxOf(strip)).y).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => Math.round((await boxOf(strip)).x)).toBe(12 + 64)
  await page.reload()
  await expect(grip).toBeVisible()
  await expect.poll(async () => Math.round((await boxOf(strip)).x)).toBe(12 + 64)

  await page.setViewportSize({ width: 360, height: 740 }) // narrow windows have a place of their own
  await expect
    .poll(async () => Math.round((await boxOf(strip)).x + (await boxOf(strip)).width))
    .toBe(360 - 12)
  await strip.locator('button.toggle').click()
  await expect(strip.locator('.meters')).toBeAttached()
  const open = await boxOf(strip)
  expect(open.x).toBeGreaterThanOrEqual(0)
  expect(open.x + open.width).toBeLessThanOrEqual(360)
  await page.keyboard.press('Escape')
  await expect(strip.locator('.meters')).toHaveCount(0)
})
