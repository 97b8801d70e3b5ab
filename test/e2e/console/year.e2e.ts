import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { violationsOn } from '../browser/axe.ts'
import { expect, goTo, test } from '../browser/console-fixture.ts'
import { yearHistory } from '../browser/year-history.ts'

/** Twelve months at a glance, of a simulated year. */

test.setTimeout(240_000) // a busy machine with two cores takes its time

const cell = (page: Page, name: RegExp) => page.locator('.year-months').getByRole('button', { name })

async function open(page: Page, folder: string): Promise<void> {
  const { bundle, now } = yearHistory()
  const file = `${folder}.json`
  writeFileSync(file, bundle)
  await page.clock.setFixedTime(now)
  await page.reload()
  await goTo(page, 'Import')
  await page.getByLabel('Choose files').setInputFiles(file)
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByText('Imported', { exact: true })).toBeVisible({ timeout: 60_000 })
  await goTo(page, 'Year')
  await expect(page.locator('.year-months')).toBeVisible({ timeout: 60_000 })
}

test('how often each limit was hit, on which days, and at which hours', async ({
  consolePage: page,
}, info) => {
  await open(page, info.outputPath('year'))
  const ledger = page.getByRole('region', { name: 'Limit ledger' }).first()
  const row = (name: string) => ledger.getByRole('row', { name })
  await expect(row('July 2026').getByRole('cell').first()).toHaveText(/^1/)
  await expect(row('October 2026')).toContainText('8–12')
  await expect(row('January 2026')).toContainText('not observed')
  await ledger.getByRole('button', { name: 'Weeks' }).click()
  await expect(row('Oct 2026').first()).toBeVisible()
  await ledger.getByRole('button', { name: /^Show all \d+ weeks/ }).click()
  await expect(ledger.getByRole('row')).toHaveCount(53)

  await test.step('axe has nothing against it, in both themes and on a phone', async () => {
    expect(await violationsOn(page)).toEqual([])
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
    expect(await violationsOn(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(await violationsOn(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step('the arrows lead through all months, and a day opens on the timeline', async () => {
    const day = cell(page, /^Tue 24 Nov 2026/)
    await cell(page, /^Sun 29 Nov 2026/).focus()
    for (let back = 0; back < 5; back++) await page.keyboard.press('ArrowLeft')
    await expect(day).toBeFocused()
    await page.keyboard.press('PageUp')
    await expect(cell(page, /^Sat 24 Oct 2026/)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Timeline' })).toBeVisible()
    expect(new URL(page.url()).hash).toContain('day=2026-10-24')
  })

  await test.step('what was different in one block is folded on its page, as counts and with no cause', async () => {
    await goTo(page, 'Incidents')
    await page.getByRole('navigation', { name: 'All incidents' }).getByRole('link').first().click()
    const folded = page.locator('details', { hasText: 'What was different while blocked' })
    await expect(folded.getByRole('table')).toHaveCount(0)
    await folded.locator('summary').click()
    await expect(folded).toContainText('These are counts, not causes')
    const busiest = folded.getByRole('row', { name: /^Requests in the busiest minute/ })
    await expect(busiest).toContainText(/\d+ or more in \d of \d+ \(\d+ %–\d+ %\)/)
    await expect(folded.getByRole('row', { name: /^Client / }).first()).toContainText(/(yes|no)/)
    expect(await violationsOn(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})
