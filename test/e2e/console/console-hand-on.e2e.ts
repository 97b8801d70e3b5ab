import { strFromU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import {
  countOf,
  expect,
  goTo,
  openIncident,
  pasteSeed,
  settleZone,
  test,
} from '../browser/console-fixture.ts'

/** What leaves the console, and that it comes back as it was. */

async function download(page: Page, format: string): Promise<string> {
  await goTo(page, 'Export')
  await page.getByRole('radio', { name: format }).check()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ])
  return file.path()
}

const textOf = async (page: Page, format: string) => readFileSync(await download(page, format), 'utf8')

async function erase(page: Page): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Erase everything …' }).click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: 'Erase everything' })
  await dialog.getByLabel(/Type/).fill('eras')
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel(/Type/).fill('erase')
  await confirm.click()
  await expect(page.getByText('Everything is erased.')).toBeVisible()
}

test.beforeEach(async ({ consolePage }) => {
  await pasteSeed(consolePage)
})

test('the incident as Markdown', async ({ consolePage: page }) => {
  await settleZone(page, '+01:00')
  await openIncident(page, 'Mon 2 Mar')
  await page.getByRole('link', { name: 'Export' }).last().click()
  const markdown = await textOf(page, 'Markdown')
  expect(markdown).toContain('# Quotascope report')
  expect(markdown).toContain('2026-03-02 16:18:57–17:22:28 +01:00')
  expect(markdown).toContain('| 5-hour quota | **contradicted** |')
  expect(await page.getByLabel('Preview of the file').innerText()).toContain('Quotascope report')
})

test('a table has a row for each request', async ({ consolePage: page }) => {
  const rows = (await textOf(page, 'Table (CSV)')).trimEnd().split('\r\n')
  expect(rows.filter((row) => row.includes(',request,'))).toHaveLength(9)
})

test('everything for support in one file, and the report in it opens without a complaint', async ({
  consolePage: page,
  context,
}) => {
  const files = unzipSync(readFileSync(await download(page, 'Everything for support (ZIP)')))
  expect(Object.keys(files)).toContain('evidence.json')
  const html = strFromU8(files['report.html'] ?? new Uint8Array())
  const opened = await context.newPage()
  const trouble: string[] = []
  opened.on('console', (message) => trouble.push(message.text()))
  await opened.route('https://report.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  )
  await opened.goto('https://report.test/')
  await expect(opened.getByRole('heading', { level: 1 })).toHaveText('Quotascope report')
  // its own style is let in by the policy that it carries
  expect(await opened.locator('body').evaluate((body) => getComputedStyle(body).maxWidth)).toBe('960px')
  await opened.close()
  expect(trouble).toEqual([])
})

test('the picture of an incident, as SVG and as PNG', async ({ consolePage: page }) => {
  await settleZone(page, '+01:00')
  await goTo(page, 'Export')
  await page.getByRole('radio', { name: 'Picture (SVG)' }).check()
  await page
    .getByLabel('Incident', { exact: true })
    .selectOption({ label: '2026-03-02 16:18:57–17:22:28 +01:00' })
  const svg = await textOf(page, 'Picture (SVG)')
  expect(svg).toContain('Possibly blocked Mon 2 Mar')
  await expect(page.getByRole('img', { name: 'Preview of the file' })).toBeVisible()
  const png = readFileSync(await download(page, 'Picture (PNG)'))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  // twice the size of the picture
  expect(png.readUInt32BE(16)).toBe(2400)
})

test('a complete bundle brought back after erasing gives the same report, in its zone', async ({
  consolePage: page,
}) => {
  await settleZone(page, '+01:00')
  await goTo(page, 'Export')
  await page.getByLabel('Redact personal data').uncheck()
  const before = await textOf(page, 'Markdown')
  await page.getByRole('radio', { name: 'Move or back up' }).check()
  await page.getByLabel('Passphrase (optional)').fill('of my own')
  await page.getByLabel('Repeat the passphrase').fill('of my onw')
  await expect(page.getByText('The two are not the same.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Download' })).toBeDisabled()
  await page.getByLabel('Repeat the passphrase').fill('of my own')
  const bundle = await download(page, 'Move or back up')
  expect(readFileSync(bundle, 'utf8').slice(0, 50)).toContain('quotascope/encrypted-bundle@1')

  await erase(page)
  await goTo(page, 'Incidents')
  await expect(page.getByText('No data yet')).toBeVisible()

  await goTo(page, 'Import')
  await page.getByLabel('Choose files').setInputFiles(bundle)
  await page.getByLabel(/^Passphrase of/).fill('of others')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByText('Not opened: the passphrase is wrong')).toBeVisible()
  await page.getByLabel(/^Passphrase of/).fill('of my own')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByText('9 requests: 9 new, 0 already there')).toBeVisible()
  expect(await countOf(page, 'Quota readings')).toBe(2)
  expect(await countOf(page, 'Not readable')).toBe(0)
  await goTo(page, 'Export')
  await page.getByLabel('Redact personal data').uncheck()
  expect(await textOf(page, 'Markdown')).toBe(before)
})

test('a redacted bundle opens as a history of its own, and changes no count of the account', async ({
  consolePage: page,
}) => {
  await goTo(page, 'Export')
  const bundle = await download(page, 'Redacted bundle (JSON)')
  await goTo(page, 'Import')
  await page.getByLabel('Choose files').setInputFiles(bundle)
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByText('9 requests: 9 new, 0 already there')).toBeVisible()
  const shared = page.getByText('Shared history, written 2026-03-09')
  await expect(shared).toBeVisible()
  expect(await countOf(page, 'Requests')).toBe(9)
  await goTo(page, 'Export')
  await expect(page.getByRole('radio', { name: 'Move or back up' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show my own' }).click()
  await expect(shared).toBeHidden()
  expect(await countOf(page, 'Requests')).toBe(9)
  expect(await countOf(page, 'Quota readings')).toBe(2)
})

test('what is erased is gone from the database', async ({ consolePage: page }) => {
  await erase(page)
  const left = await page.evaluate(async () => {
    const open = indexedDB.open('quotascope')
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.addEventListener('success', () => resolve(open.result))
      open.addEventListener('error', () => reject(new Error('the database does not open')))
    })
    const names = [...database.objectStoreNames]
    const counts = names.map((name) => {
      const request = database.transaction(name).objectStore(name).count()
      return new Promise<number>((resolve) => {
        request.addEventListener('success', () => resolve(request.result))
      })
    })
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  })
  expect(left).toBe(0)
})
