import { chromium, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installationFile } from '../../../shared/evidence/installation.ts'
import { writeBundle } from '../../../shared/export/bundle/write-bundle.ts'
import { readInput } from '../../../shared/intake.ts'
import { HOUR } from '../../../shared/time/duration.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { serveConsole } from '../../../web/serve-console.ts'
import { evidenceWith, refusal } from '../../analyse/build.ts'
import { earlier } from '../../../shared/time/instant.ts'
import { at } from '../../time/given.ts'
import { busyHistory } from '../browser/busy-history.ts'
import { seed } from '../browser/console-fixture.ts'
import { findChromium } from '../browser/find-chromium.ts'
import { yearHistory } from '../browser/year-history.ts'

/**
 * `npm run build && npx tsx test/e2e/pictures/take-pictures.ts`: the pictures of the console in docs/pictures, each view in both
 * themes, of the first incident and of two simulated days, always at the same time and size, so that a picture changes
 * only when the console does. The name of a session after it takes the pictures of that one alone.
 */

const FOLDER = fileURLToPath(new URL('../../../docs/pictures', import.meta.url))
const NOW = '2026-03-09T00:00:00Z'
const SEED_DAY = at(NOW)
const LAPTOP = { id: '11111111-1111-4111-8111-111111111111', name: 'Laptop' }
const SIZE = { width: 1280, height: 860 }

type Theme = 'light' | 'dark'

/** The word about what was just done would hide what is below it. */
async function dismissWord(page: Page): Promise<void> {
  const word = page.locator('.toast').getByRole('button', { name: 'Close' })
  if (await word.isVisible()) await word.click()
}

async function take(page: Page, theme: Theme, name: string, height = SIZE.height): Promise<void> {
  await dismissWord(page)
  await page.setViewportSize({ ...SIZE, height })
  await page.mouse.move(0, 0) // no tip, no crosshair
  await page.evaluate(() => window.scrollTo({ top: 0 }))
  await page.waitForTimeout(600) // a chart measures itself once it is there
  await page.screenshot({ path: `${FOLDER}/${name}-${theme}.png` })
}

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name }).click()

async function firstIncident(page: Page, theme: Theme): Promise<void> {
  await take(page, theme, 'first-run')
  await page.getByRole('link', { name: 'Try the sample: the incident of 2 March' }).click()
  await page.getByText('Imported', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Open the incident' }).waitFor()
  await take(page, theme, 'bring-in')
  await page.getByRole('link', { name: 'Open the incident' }).click()
  await page.getByRole('navigation', { name: 'All incidents' }).getByRole('link').last().click()
  await page.getByRole('link', { name: 'Say which time zone' }).click()
  await take(page, theme, 'incident-unknown-zone', 1240)
  await page.getByRole('button', { name: 'Preview UTC+01:00: contradicted' }).click()
  await page.getByRole('button', { name: 'Use this zone' }).click()
  await page.goto(page.url().replace(/&part=\w+/, ''))
  await take(page, theme, 'incident', 1240)
  const claims = page.getByRole('region', { name: 'Check a claim' })
  await claims.locator('summary').click()
  await claims.getByLabel('The claim').fill('5h window reset at 17:20')
  await claims.getByRole('button', { name: 'Save claim' }).click()
  await page.getByLabel('Add a tag').fill('support')
  await page.getByLabel('Add a tag').press('Enter')
  await page.getByLabel('Write a note').fill('Support wrote that the window was reset at 17:20.')
  await page.getByRole('button', { name: 'Save note' }).click()
  await dismissWord(page)
  await page.setViewportSize({ ...SIZE, height: 980 })
  await claims.scrollIntoViewIfNeeded()
  await claims.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.mouse.move(0, 0)
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${FOLDER}/claims-${theme}.png` })
  await page.getByRole('link', { name: 'Show on the timeline' }).click()
  await take(page, theme, 'timeline', 1000)
  await view(page, 'Export')
  await take(page, theme, 'hand-on', 1000)
  await view(page, 'Settings')
  await take(page, theme, 'settings')
}

async function busyDays(page: Page, theme: Theme, bundle: string): Promise<void> {
  await importFile(page, bundle)
  await page.getByRole('button', { name: /^Undo the import of history\.json/ }).click()
  await page.getByRole('dialog', { name: 'Undo this import?' }).waitFor()
  await take(page, theme, 'undo-import')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await view(page, 'Incidents')
  await page.getByRole('navigation', { name: 'All incidents' }).getByRole('link').first().click()
  await take(page, theme, 'incidents', 1000)
  await page.getByRole('link', { name: 'Show on the timeline' }).click()
  await page.locator('.timeline[aria-busy="false"]').waitFor()
  await take(page, theme, 'timeline-busy', 1000)
  await view(page, 'Compare')
  await page.getByRole('gridcell').getByRole('button', { name: /Oct/ }).first().waitFor()
  await page.evaluate(() => {
    window.location.hash = '#/compare?days=2026-10-21,2026-10-22'
  })
  await take(page, theme, 'compare', 1240)
  await view(page, 'Records')
  await take(page, theme, 'records')
}

async function importFile(page: Page, text: string): Promise<void> {
  await view(page, 'Import')
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name: 'history.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await page.getByText('Imported', { exact: true }).waitFor({ timeout: 120_000 })
}

async function wholeYear(page: Page, theme: Theme, bundle: string): Promise<void> {
  await importFile(page, bundle)
  await view(page, 'Year')
  await page.locator('.year-months').waitFor({ timeout: 60_000 })
  await take(page, theme, 'year', 1500)
  await view(page, 'Incidents')
  const unlike = page.locator('details', { hasText: 'What was different while blocked' })
  await unlike.locator('summary').click()
  await unlike.getByRole('table').waitFor()
  await dismissWord(page)
  await page.mouse.move(0, 0)
  await unlike.screenshot({ path: `${FOLDER}/unlike-usual-${theme}.png` })
}

/** Three accounts of a team, refused within the same minutes. */
async function accountsTogether(page: Page, theme: Theme): Promise<void> {
  await view(page, 'Accounts')
  const team = { anton: '12:00:00', berta: '12:02:00', carl: '11:58:00' }
  const files = Object.entries(team).map(([name, time]) => {
    const evidence = evidenceWith({ errors: [refusal('overloaded', `2026-03-08T${time}Z`)] })
    const bundle = writeBundle(evidence, { writtenAt: SEED_DAY, zone: UTC })
    return { name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(bundle) }
  })
  await page.getByLabel('Open bundles').setInputFiles(files)
  await page.getByRole('row', { name: /anton/ }).first().waitFor()
  await take(page, theme, 'accounts')
}

/** What another machine saw of the first incident, as it writes it into the synced folder. */
function laptopFile(): string {
  const raw = {
    at: null,
    via: 'paste',
    input: 'paste',
    source: null,
    body: seed('usage-history.txt'),
  } as const
  const { evidence } = readInput(raw, { zone: UTC })
  const installation = LAPTOP
  return writeBundle(evidence, {
    writtenAt: earlier(SEED_DAY, 2 * HOUR),
    zone: UTC,
    masking: 'none',
    installation,
  })
}

/** Two machines with one history; the browser's own private folder stands in for the one that is synced. */
async function machinesTogether(page: Page, theme: Theme): Promise<void> {
  // as text: tsx names functions by a helper that the page does not have
  await page.addInitScript(`
    globalThis.FileSystemObserver = undefined
    globalThis.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('Synced')
  `)
  await page.reload()
  await page.evaluate(
    async ([name, text]) => {
      const root = await navigator.storage.getDirectory()
      const synced = await root.getDirectoryHandle('Synced', { create: true })
      const stream = await (await synced.getFileHandle(name, { create: true })).createWritable()
      await stream.write(text)
      await stream.close()
    },
    [installationFile(LAPTOP.id), laptopFile()] as const,
  )
  await view(page, 'Import')
  await page.getByLabel('Paste here').fill(seed('usage-history.txt').split('\n').slice(0, 4).join('\n'))
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await page.getByText('Imported', { exact: true }).waitFor()
  await view(page, 'Settings')
  const card = page.getByRole('region', { name: 'One history on several machines' })
  await card.getByLabel('Name of this installation').fill('Desktop')
  await card.getByRole('button', { name: 'Rename' }).press('Enter')
  await page.waitForTimeout(500) // the card is drawn anew with the name
  await card.getByRole('button', { name: 'Choose a folder' }).press('Enter')
  await card.getByRole('row', { name: 'Laptop' }).waitFor()
  await card
    .getByText(/Last written \d/)
    .first()
    .waitFor()
  await dismissWord(page)
  await page.mouse.move(0, 0)
  await card.screenshot({ path: `${FOLDER}/machines-${theme}.png` })
  await page.evaluate(() => {
    window.location.hash = '#/timeline?day=2026-03-02&zone=UTC'
  })
  const lane = page.locator('.lane-installations')
  await lane.getByRole('button').first().waitFor()
  await dismissWord(page)
  await lane.screenshot({ path: `${FOLDER}/seen-by-${theme}.png` })
}

async function withPage(
  url: string,
  theme: Theme,
  now: string | number,
  work: (page: Page) => Promise<void>,
) {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({
    viewport: SIZE,
    colorScheme: theme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  await page.clock.setFixedTime(now)
  page.setDefaultTimeout(120_000) // a busy machine takes its time
  await page.goto(url)
  await work(page)
  await browser.close()
}

mkdirSync(FOLDER, { recursive: true })
const server = await serveConsole(0)
const address = server.httpServer.address()
if (address === null || typeof address === 'string') throw new Error('the console has no port')
const url = `http://127.0.0.1:${address.port}/`
const { bundle, now } = busyHistory()
const year = yearHistory()
const SESSIONS = {
  first: [NOW, firstIncident],
  busy: [now, (page: Page, theme: Theme) => busyDays(page, theme, bundle)],
  year: [year.now, (page: Page, theme: Theme) => wholeYear(page, theme, year.bundle)],
  accounts: [NOW, accountsTogether],
  machines: [NOW, machinesTogether],
} as const
const only = process.argv[2]
for (const [name, [moment, work]] of Object.entries(SESSIONS))
  for (const theme of ['light', 'dark'] as const)
    if (only === undefined || only === name) await withPage(url, theme, moment, (page) => work(page, theme))
await server.close()
