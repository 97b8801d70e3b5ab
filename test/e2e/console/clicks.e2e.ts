import type { Locator, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { expect, pasteSeed, seed, SEED_FILES, settleZone, test } from '../browser/console-fixture.ts'

/** How many clicks the common tasks take: the table in docs/views.md, done and counted. */

const VIEWS = readFileSync(new URL('../../../docs/views.md', import.meta.url), 'utf8')

/** What the table says of a task. */
function clicksFor(task: string): number {
  const row = VIEWS.split('\n').find(
    (line) => line.startsWith(`| ${task} `) && line.split('|')[1]?.trim() === task,
  )
  if (!row) throw new Error(`docs/views.md says nothing of: ${task}`)
  return Number(row.split('|')[2])
}

/** Presses what is pressed, and counts. */
class Hand {
  clicks = 0

  async click(what: Locator): Promise<void> {
    await what.click()
    this.clicks += 1
  }
}

const nav = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name })

/** With the evidence of the seed, on the first page. */
async function filled(page: Page): Promise<Hand> {
  await pasteSeed(page)
  await settleZone(page, '+01:00')
  return new Hand()
}

const answered = (page: Page) => page.locator('.answer-card .answer-state')

test('why was I blocked: the sample, a pasted thread', async ({ consolePage: page, context, consoleUrl }) => {
  const sample = new Hand()
  await sample.click(page.getByRole('link', { name: 'Try the sample: the incident of 2 March' }))
  await expect(answered(page)).toContainText(/\S/)
  expect(sample.clicks).toBe(clicksFor('why was I blocked: the sample'))

  const other = await (await context.browser()?.newContext())?.newPage()
  if (!other) throw new Error('no second browser')
  await other.goto(consoleUrl)
  const thread = new Hand()
  await thread.click(other.getByRole('link', { name: 'Import' }).first())
  await other.getByLabel('Paste here').fill(SEED_FILES.map(seed).join('\n\nand then it said\n\n'))
  await thread.click(other.getByRole('button', { name: /^Import \d/ }))
  await expect(answered(other)).toContainText(/\S/)
  expect(thread.clicks).toBe(clicksFor('why was I blocked: a pasted thread'))
  await other.context().close()
})

test('the facts that rule a cause out', async ({ consolePage: page }) => {
  const hand = await filled(page)
  await hand.click(page.getByRole('link', { name: 'Why?' }))
  await expect(page.getByRole('listitem').filter({ hasText: /^Against, strong/ })).not.toHaveCount(0)
  expect(hand.clicks).toBe(clicksFor('the facts that rule a cause out'))
})

test('export everything for support', async ({ consolePage: page }) => {
  const hand = await filled(page)
  await hand.click(nav(page, 'Export'))
  await hand.click(page.getByRole('radio', { name: 'Everything for support (ZIP)' }))
  const file = page.waitForEvent('download')
  await hand.click(page.getByRole('button', { name: 'Download' }))
  expect((await file).suggestedFilename()).toMatch(/\.zip$/)
  expect(hand.clicks).toBe(clicksFor('export everything for support'))
})

test('compare the two newest days', async ({ consolePage: page }) => {
  const hand = await filled(page)
  await hand.click(nav(page, 'Compare'))
  // the two newest days are there already
  await expect(page.getByRole('list', { name: 'Selected' }).getByRole('listitem')).toHaveCount(2)
  expect(hand.clicks).toBe(clicksFor('compare the two newest days'))
})

test('find a request by its time', async ({ consolePage: page }) => {
  const hand = await filled(page)
  await hand.click(nav(page, 'Records'))
  await page.getByRole('searchbox', { name: 'Search' }).fill('2 Mar 17:22:28')
  await expect(page.getByText('1 of 9')).toBeVisible()
  expect(hand.clicks).toBe(clicksFor('find a request by its time'))

  await nav(page, 'Incidents').click()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('2 Mar 17:22:28')
  await expect(page.getByRole('option', { name: 'Requests at 2 Mar 17:22:28' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 of 9')).toBeVisible()
  expect(clicksFor('find a request by its time, by keyboard (Ctrl+K)')).toBe(0)
})

test('move to another browser', async ({ consolePage: page, context, consoleUrl }) => {
  const hand = await filled(page)
  await hand.click(nav(page, 'Export'))
  await hand.click(page.getByRole('radio', { name: 'Move or back up' }))
  const download = page.waitForEvent('download')
  await hand.click(page.getByRole('button', { name: 'Download' }))
  const file = await (await download).path()
  expect(hand.clicks).toBe(clicksFor('move to another browser: export'))

  const other = await (await context.browser()?.newContext())?.newPage()
  if (!other) throw new Error('no second browser')
  await other.goto(consoleUrl)
  const there = new Hand()
  await there.click(other.getByRole('link', { name: 'Import' }).first())
  const chooser = other.waitForEvent('filechooser')
  await there.click(other.getByText('Choose files'))
  await (await chooser).setFiles(file)
  await there.click(other.getByRole('button', { name: /^Import \d/ }))
  await expect(answered(other)).toContainText(/\S/)
  expect(there.clicks).toBe(clicksFor('move to another browser: import there'))
  await other.context().close()
})

test('erase everything', async ({ consolePage: page }) => {
  const hand = await filled(page)
  await hand.click(nav(page, 'Settings'))
  await hand.click(page.getByRole('button', { name: 'Erase everything …' }))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/Type/).fill('erase')
  await hand.click(dialog.getByRole('button', { name: 'Erase everything' }))
  await expect(page.getByText('Everything is erased.')).toBeVisible()
  expect(hand.clicks).toBe(clicksFor('erase everything'))
})
