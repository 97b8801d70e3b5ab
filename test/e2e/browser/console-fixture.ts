import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { serveConsole } from '../../../web/serve-console.ts'
import { findChromium } from './find-chromium.ts'

const NOW = '2026-03-09T00:00:00Z'

/** The text of a fixture of the seed. */
export const seed = (name: string): string =>
  readFileSync(new URL(`../../fixtures/seed/${name}`, import.meta.url), 'utf8')

export const SEED_FILES = [
  'usage-history.txt',
  'cli-panel.txt',
  'error.txt',
  'incident-2026-03-07.txt',
] as const

interface WorkerFixtures {
  readonly consoleUrl: string
}

interface Fixtures {
  /** The built console as `npm start` serves it, with an empty database, at a fixed time. */
  readonly consolePage: Page
}

/** Fails a test in which the page reports an error: an exception, or something that its policy has refused. */
function collectTrouble(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text())
  })
  return trouble
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  launchOptions: [
    { executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] },
    { scope: 'worker' },
  ],
  consoleUrl: [
    // Playwright reads the parameter to know what a fixture needs: this one needs nothing.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await serveConsole(0)
      const address = server.httpServer.address()
      if (address === null || typeof address === 'string') throw new Error('the console has no port')
      await use(`http://127.0.0.1:${address.port}/`)
      await server.close()
    },
    { scope: 'worker' },
  ],
  timezoneId: 'America/Los_Angeles',
  locale: 'en-GB',
  viewport: { width: 1280, height: 900 },
  consolePage: async ({ page, consoleUrl }, use) => {
    const trouble = collectTrouble(page)
    await page.clock.setFixedTime(NOW)
    await page.goto(consoleUrl)
    await use(page)
    expect(trouble).toEqual([])
  },
})

/** Goes to a view by its link. */
export async function goTo(page: Page, view: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: view }).click()
  await expect(page.getByRole('heading', { level: 1, name: view })).toBeVisible()
}

/** Pastes a text into the box and keeps what was recognised. */
export async function paste(page: Page, text: string): Promise<void> {
  await goTo(page, 'Import')
  await page.getByLabel('Paste here').fill(text)
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByText('Imported', { exact: true })).toBeVisible()
}

/** The four files of the first incident, pasted one after the other, as their poster had them. */
export async function pasteSeed(page: Page): Promise<void> {
  for (const name of SEED_FILES) await paste(page, seed(name))
}

/** How many there are of a kind of evidence, by the tabs of the records. */
export async function countOf(page: Page, kind: string): Promise<number> {
  await goTo(page, 'Records')
  const tab = page.getByRole('navigation', { name: 'Kinds of evidence' }).getByRole('link', { name: kind })
  const text = (await tab.textContent()) ?? ''
  return Number(/\d+$/.exec(text)?.[0])
}

/** Opens the incident whose entry in the list shows this text. */
export async function openIncident(page: Page, text: string): Promise<void> {
  await goTo(page, 'Incidents')
  const list = page.getByRole('navigation', { name: 'All incidents' })
  const entry = list.getByRole('link').filter({ hasText: text })
  await entry.click()
  await expect(entry).toHaveAttribute('aria-current', 'true')
}

/** A folded card of the shown incident, opened. */
export async function unfold(page: Page, title: string): Promise<Locator> {
  const card = page.getByRole('region', { name: title })
  const fold = card.locator('.folded-card')
  if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click()
  await expect(fold).toHaveAttribute('open')
  return card
}

/** The verdict on a cause in the table of the shown incident. */
export async function verdictOn(page: Page, cause: string): Promise<string> {
  const card = await unfold(page, 'What can and cannot have been the reason')
  const row = card.getByRole('row').filter({ has: page.getByRole('rowheader', { name: cause }) })
  return (await row.getByRole('cell').first().innerText()).trim()
}

/** Says what the zone is, by the button at the top of the pages that show times. */
export async function settleZone(page: Page, zone: string): Promise<void> {
  await goTo(page, 'Incidents')
  await page.getByRole('button', { name: /^Zone/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('In which zone were these times shown?').selectOption(zone)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
}

export { expect } from '@playwright/test'
