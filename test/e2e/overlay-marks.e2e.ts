import type { Page } from '@playwright/test'
import { test } from './browser/extension-fixture.ts'
import { boxOf, CONSOLE, expect, ready, stripOf } from './browser/overlay-page.ts'
import { historyRows } from './browser/replica-page.ts'

/** The marks on the page's own table. */

/** Where the marks of rows are, and the rows of failed requests: the same boxes, in the same order. */
async function expectMarksOnFailedRows(page: Page, count: number): Promise<void> {
  const marks = page.locator('quotascope-marks .row')
  const failed = historyRows(page).filter({ hasText: 'Failed' })
  await expect(marks).toHaveCount(count)
  await expect(async () => {
    for (let index = 0; index < count; index += 1) {
      const [mark, row] = [await boxOf(marks.nth(index)), await boxOf(failed.nth(index))]
      expect(mark.y).toBeCloseTo(row.y, 0)
      expect(mark.x).toBeCloseTo(row.x, 0)
      expect(mark.height).toBeCloseTo(row.height, 0)
    }
  }).toPass({ timeout: 5_000 })
}

test('marks lie on the refused rows, follow them, and leave the page as it is', async ({
  browserWithExtension: context,
}) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await ready(page)
  await expectMarksOnFailedRows(page, 4)
  await expect(page.locator('quotascope-marks .gap')).toHaveText(
    'Blocked 1 h 3 min 26 s (shown by failed requests)',
  )
  const html = await page.locator('#app').evaluate((app) => app.outerHTML)
  expect(html.replace(/<quotascope-strip.*?<\/quotascope-strip>/, '')).not.toContain('quotascope')

  await page.mouse.wheel(0, 400)
  await expectMarksOnFailedRows(page, 4)
  await page.setViewportSize({ width: 900, height: 700 })
  await expectMarksOnFailedRows(page, 4)
  await page.getByRole('button', { name: 'Refresh' }).click() // all rows are drawn anew
  await expectMarksOnFailedRows(page, 4)
  // a click on a marked row is the page's
  const refused = historyRows(page).filter({ hasText: 'Failed' }).first()
  await refused.evaluate((node) => node.scrollIntoView({ block: 'center' }))
  await expectMarksOnFailedRows(page, 4)
  const row = await boxOf(refused)
  const hit = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.tagName, [
    row.x + 200,
    row.y + 20,
  ] as const)
  expect(hit).toBe('TD')
})

test('marks come and go with the page of a single-page app, and with a list that scrolls', async ({
  browserWithExtension: context,
  stage,
}) => {
  stage.scenario = { ...stage.scenario, list: 'virtual' }
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await ready(page)
  const marks = page.locator('quotascope-marks .row')
  await expect(marks).not.toHaveCount(0)
  const list = page.locator('.virtual')
  const sight = await boxOf(list)
  for (const mark of await marks.all()) {
    const { y, height } = await boxOf(mark)
    expect(y + height / 2).toBeLessThanOrEqual(sight.y + sight.height)
  }
  await list.evaluate((scroller) => scroller.scrollTo(0, 120))
  await expectMarksOnFailedRows(page, 4)

  await page.locator('nav.top a').first().click()
  await expect(page.locator('quotascope-marks')).toHaveCount(0)
  await page.goBack()
  await expectMarksOnFailedRows(page, await historyRows(page).filter({ hasText: 'Failed' }).count())
  await page.evaluate(() => history.pushState(null, '', '/chat'))
  await expect(stripOf(page)).toHaveCount(0)
  await expect(page.locator('quotascope-marks')).toHaveCount(0)
})
