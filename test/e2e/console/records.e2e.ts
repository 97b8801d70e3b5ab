import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import {
  countOf,
  expect,
  goTo,
  openIncident,
  paste,
  pasteSeed,
  seed,
  test,
} from '../browser/console-fixture.ts'

/** The tables of the evidence: what each shows, and that its rows open. */

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')

const COSTS = [
  'Kimi Code 2026-02-22 09:08\t0.14%',
  'Kimi Code 2026-02-22 09:09\t<0.01%',
  'Kimi Claw 2026-02-22 10:00\t0.02%',
].join('\n')

async function openPart(page: Page, name: RegExp): Promise<void> {
  await goTo(page, 'Records')
  await page.getByRole('navigation', { name: 'Kinds of evidence' }).getByRole('link', { name }).click()
}

test('costs of calls are shown as printed, with what they add up to, and open', async ({
  consolePage: page,
}) => {
  await paste(page, COSTS)
  await openPart(page, /^Costs 3$/)
  await expect(page.getByRole('row').filter({ hasText: '09:09' })).toContainText('< 0.01 %')
  await expect(page.getByText('the 3 rows shown took between 0.14 % and 0.19 %')).toBeVisible()
  await page.getByLabel('Search').fill('claw')
  await expect(page.getByText('The row shown took between 0.01 % and 0.03 %')).toBeVisible()
  await page.getByRole('button', { name: /^2026-02-22 10:00/ }).click()
  const panel = page.getByRole('dialog', { name: 'Cost of a call' })
  await expect(panel.getByText('between 0.01 % and 0.03 %')).toBeVisible()
  await expect(panel.getByText('Kimi Claw')).toBeVisible()
})

test('logged calls and devices have tables, and their rows open', async ({ consolePage: page }) => {
  await paste(page, fixture('logs/kimi-code-2.log'))
  await openPart(page, /^Logged calls [1-9]/)
  await page.getByRole('table').getByRole('button').first().click()
  await expect(page.getByRole('dialog', { name: 'Logged call' }).getByText('kimi-code')).not.toHaveCount(0)
  await page.keyboard.press('Escape')
  await paste(page, fixture('console/device-list.txt'))
  await openPart(page, /^Devices and keys 3$/)
  await page.getByRole('button', { name: 'workstation' }).click()
  await expect(page.getByRole('dialog', { name: 'Device' }).getByText('linux')).toBeVisible()
  await page.keyboard.press('Escape')
  await paste(page, 'Name\tCreated\tStatus\neditor key\t2026/02/11 08:46:03\tEnabled')
  await openPart(page, /^Devices and keys 4$/)
  await expect(page.getByRole('row', { name: /editor key/ }).getByText('API key')).toBeVisible()
})

test('in a narrow window every kind is in sight', async ({ consolePage: page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await paste(page, COSTS)
  await goTo(page, 'Records')
  const links = page.getByRole('navigation', { name: 'Kinds of evidence' }).getByRole('link')
  await expect(links).toHaveCount(8)
  for (const link of await links.all()) await expect(link).toBeInViewport({ ratio: 1 })
})

test('deleted rows come back with Ctrl+Z, whatever page one is on, in their turn', async ({
  consolePage: page,
}) => {
  await pasteSeed(page)
  await goTo(page, 'Records')
  await page.getByRole('button', { name: 'Select all 9 rows' }).click()
  await expect(page.getByRole('button', { name: 'Delete 9 rows' })).toBeVisible()
  await page.getByRole('row').filter({ hasText: '17:25:14' }).getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: 'Delete 8 rows' }).click()
  await expect(page.getByText('8 rows deleted.')).toBeVisible()
  expect(await countOf(page, 'Requests')).toBe(1)
  await paste(page, seed('usage-history.txt'))
  expect(await countOf(page, 'Requests')).toBe(1)
  await openIncident(page, 'Sat 7 Mar')
  const notes = page.getByRole('region', { name: 'Notes', exact: true })
  await notes.getByLabel('Write a note').fill('after the deletion')
  await notes.getByRole('button', { name: 'Save note' }).click()
  await expect(notes.getByText('after the deletion')).toBeVisible()
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('Control+z')
  await expect(notes.getByText('after the deletion')).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: 8 rows deleted.')).toBeVisible()
  expect(await countOf(page, 'Requests')).toBe(9)
})

test('what was deleted before everything was erased does not come back', async ({ consolePage: page }) => {
  await paste(page, seed('usage-history.txt'))
  await goTo(page, 'Records')
  await page.getByRole('button', { name: 'Select all 9 rows' }).click()
  await page.getByRole('button', { name: 'Delete 9 rows' }).click()
  await expect(page.getByText('9 rows deleted.')).toBeVisible()
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Erase everything …' }).click()
  await page.getByLabel(/^Type/).fill('erase')
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click()
  await expect(page.getByText('Everything is erased')).toBeVisible()
  await page.keyboard.press('Control+z')
  await goTo(page, 'Records')
  await expect(page.getByText('No data yet')).toBeVisible()
  await expect(page.getByText(/^Undone/)).toBeHidden()
})

test('a request is found by its time, and an empty result says why', async ({ consolePage: page }) => {
  await paste(page, seed('usage-history.txt'))
  await goTo(page, 'Records')
  const search = page.getByRole('searchbox', { name: 'Search' })
  await search.fill('2 Mar 17:25')
  await expect(page.getByText('2 of 9')).toBeVisible()
  await search.fill('2 Mar 17:25:08')
  await expect(page.getByText('1 of 9')).toBeVisible()
  await search.fill('17:20')
  await expect(page.getByRole('heading', { name: 'No request matches' })).toBeVisible()
  await expect(page.getByText(/^The 9 known requests are from Mon 2 Mar 2026, \d\d:\d\d–17:25/)).toBeVisible()
  await page.getByRole('button', { name: 'Without the search text: 9' }).click()
  await expect(page.getByText('9 requests', { exact: true })).toBeVisible()
  await page.getByLabel('From').fill('2026-03-02T17:22')
  await expect(page.getByText('8 of 9')).toBeVisible()
  await page.getByLabel('To', { exact: true }).fill('2026-03-02T17:22')
  await expect(page.getByText('2 of 9')).toBeVisible()
})
