import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { violationsOn } from '../browser/axe.ts'
import { expect, goTo, pasteSeed, settleZone, test } from '../browser/console-fixture.ts'

/** Days and 5 h windows side by side. */

const grid = (page: Page) => page.getByRole('grid', { name: 'March 2026' })
const dayButton = (page: Page, name: RegExp) => grid(page).getByRole('button', { name })
const selected = (page: Page) => page.getByRole('list', { name: 'Selected' }).getByRole('listitem')
const differences = (page: Page) => page.getByRole('region', { name: 'Table of differences' })

test.setTimeout(120_000) // a busy machine with two cores takes its time

async function open(page: Page): Promise<void> {
  await pasteSeed(page)
  await settleZone(page, '+01:00')
  await goTo(page, 'Compare')
  await expect(selected(page)).toHaveCount(2)
}

test('the calendar shows the minutes blocked, and days are put in and taken out of the address', async ({
  consolePage: page,
}) => {
  await open(page)
  await expect(dayButton(page, /^Mon 2 Mar 2026, blocked 1 h 3 min 31 s, 9 requests/)).toContainText('64 min')
  await dayButton(page, /^Tue 3 Mar 2026/).click()
  await expect(selected(page)).toHaveCount(3)
  expect(new URL(page.url()).hash).toContain('days=2026-03-02%2C2026-03-07%2C2026-03-03')
  await page.goBack()
  await expect(selected(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Remove Sat 7 Mar 2026' }).click()
  await expect(page.getByText('Select one more')).toBeVisible()
})

test('a day that nobody looked at is not called quieter', async ({ consolePage: page }) => {
  await open(page)
  const requests = differences(page).getByRole('row', { name: /^Requests/ })
  await expect(requests).toContainText('9')
  await expect(requests).toContainText('not observed')
  await expect(requests).toContainText('unknown')
  await page.getByRole('button', { name: 'Compare the others with Sat 7 Mar 2026' }).click()
  await expect(selected(page).first()).toContainText('7 Mar')
})

test('with the keyboard alone: through the calendar, to a selection, lined up otherwise', async ({
  consolePage: page,
}) => {
  await open(page)
  const second = dayButton(page, /^Mon 2 Mar/)
  await second.focus()
  await page.keyboard.press('ArrowRight')
  await expect(dayButton(page, /^Tue 3 Mar/)).toBeFocused()
  await page.keyboard.press('End')
  await expect(dayButton(page, /^Sun 8 Mar/)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(second).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(
    page.getByRole('grid', { name: 'February 2026' }).getByRole('button', { name: /^Mon 2 Feb/ }),
  ).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(second).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(selected(page)).toHaveCount(3)
  await expect(dayButton(page, /^Mon 9 Mar/)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(selected(page)).toHaveCount(2)
  await page.getByLabel('Align by').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Align by')).toHaveValue('window')
  expect(new URL(page.url()).hash).toContain('part=window')
})

test('5-hour windows can be chosen instead of days', async ({ consolePage: page }) => {
  await open(page)
  await page.getByLabel('5-hour windows').check()
  await dayButton(page, /^Mon 2 Mar/).click()
  const windows = page.getByRole('group', { name: 'Windows of Mon 2 Mar 2026' })
  await windows.getByLabel(/^11:20–16:20/).check()
  await windows.getByLabel(/^16:20–21:20/).check()
  await expect(selected(page)).toHaveCount(2)
  await expect(differences(page).getByRole('row', { name: /^Requests/ })).toContainText('8')
  expect(new URL(page.url()).hash).toContain('windows=2026-03-02T')
  await page.reload()
  await expect(selected(page)).toHaveCount(2)
})

test('the comparison is saved as SVG and PNG, and copied as a table', async ({
  consolePage: page,
  context,
  consoleUrl,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(consoleUrl).origin,
  })
  await open(page)
  const save = async (name: string) => {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name }).click()
    return readFileSync(await (await waiting).path())
  }
  const svg = (await save('Save as SVG')).toString('utf8')
  expect(svg).toContain('Zone: UTC+01:00')
  expect(svg).toContain('9 requests, blocked 1 h 3 min 31 s, 4.6 % observed')
  expect(svg).toContain('not observed')
  const png = await save('Save as PNG')
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(1920) // the width: twice that of the SVG
  await page.getByRole('button', { name: 'Copy table as Markdown' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  const markdown = await page.evaluate(() => navigator.clipboard.readText())
  expect(markdown).toContain('| Requests | 9 | not observed |')
  expect(markdown).toContain('Zone: UTC+01:00')
})

test('without a zone the days are those of the clock that printed the rows, and the page says so', async ({
  consolePage: page,
}) => {
  await pasteSeed(page)
  await goTo(page, 'Compare')
  await expect(page.getByText('These times have no zone')).toBeVisible()
  await expect(dayButton(page, /^Mon 2 Mar 2026, blocked 1 h 3 min 31 s/)).toBeVisible()
})

test('an empty console says what to do', async ({ consolePage: page }) => {
  await goTo(page, 'Compare')
  await expect(page.getByText('No data yet')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['en-GB', 'zh-CN'] as const) {
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme, locale, contextOptions: { reducedMotion: 'reduce' } })
      test.setTimeout(120_000)

      test('axe finds nothing on a comparison of eight days', async ({ consolePage: page }) => {
        await page.evaluate(() => {
          window.location.hash = '#/bring-in?part=sample'
        })
        await expect(page.locator('.kept')).toBeVisible()
        await page.evaluate(() => {
          const days = [1, 2, 3, 4, 5, 6, 7, 8].map((day) => `2026-03-0${day}`).join(',')
          window.location.hash = `#/compare?days=${days}&zone=%2B01:00`
        })
        await expect(page.locator('.share-picture')).toBeVisible()
        expect(await violationsOn(page)).toEqual([])
      })
    })
  }
}

for (const { name, viewport } of [
  { name: 'in a narrow window', viewport: { width: 360, height: 740 } },
  { name: 'at 200 % zoom', viewport: { width: 640, height: 450 } },
]) {
  test.describe(name, () => {
    test.use({ viewport })

    test('eight days are not wider than the window', async ({ consolePage: page }) => {
      await pasteSeed(page)
      await page.evaluate(() => {
        const days = [1, 2, 3, 4, 5, 6, 7, 8].map((day) => `2026-03-0${day}`).join(',')
        window.location.hash = `#/compare?days=${days}&zone=%2B01:00`
      })
      await expect(page.locator('.share-picture')).toBeVisible()
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider).toBeLessThanOrEqual(0)
    })
  })
}
