import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { expect, goTo, paste, test } from './console-fixture.ts'

/** The tables of the evidence: what each shows, and that its rows open. */

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')

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
  await openPart(page, /^Costs of calls 3$/)
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
