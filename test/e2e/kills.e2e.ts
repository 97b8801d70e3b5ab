import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeWallTime, wallTime } from '../../shared/time/wall.ts'
import { bundleScript } from '../bundle-script.ts'
import { seedScenario } from '../replica/seed-scenario.ts'
import { serveReplica } from '../replica/serve-replica.ts'
import { expect, test } from './browser/extension-fixture.ts'
import { HANDED, handingOver } from './hand-over.ts'
import { countKept } from './browser/kept.ts'
import { killBrowser } from './browser/kill-browser.ts'
import { extensionIdOf, launchExtension } from './browser/launch-extension.ts'

/** How often each of them is killed: `KILLS=50 npx playwright test … kills`. a-thousand-pages kills the worker. */
const KILLS = Number(process.env['KILLS'] ?? 2)
const CONSOLE = 'https://www.kimi.com/code/console'
/** A page of the extension's origin that asks the worker for nothing by itself. */
const SILENT = 'manifest.json'

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

base('the browser killed in bursts of captures: what was acknowledged is there, once', async () => {
  base.setTimeout(60_000 + KILLS * 40_000)
  const profile = mkdtempSync(join(tmpdir(), 'quotascope-'))
  let context: BrowserContext = await launchExtension(profile)
  let acknowledged = 0
  let rows = 0
  for (let kill = 0; ; kill += 1) {
    await serveReplica(context, () => seedScenario({ rows: [] }))
    const page = await context.newPage()
    await page.goto(CONSOLE)
    const hand = await handingOver(context, page)
    const own = await context.newPage()
    await own.goto(`chrome-extension://${await extensionIdOf(context)}/${SILENT}`)
    rows = Math.max(rows, acknowledged === 0 ? 0 : (acknowledged + 1) * HANDED.STEP)
    // of the page that was being handed over nobody knows
    await expect
      .poll(async () => (await countKept(own))['records'] ?? 0, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(rows)
    expect((await countKept(own))['records'] ?? 0).toBeLessThanOrEqual(
      Math.max(HANDED.ROWS, rows + HANDED.STEP),
    )
    if (kill === KILLS) break
    const death = wait(100 + ((kill * 137) % 900)).then(() => killBrowser(profile))
    const closed = new Promise((resolve) => context.once('close', resolve))
    try {
      for (; acknowledged < HANDED.EVERY; acknowledged += 1) await hand(acknowledged, acknowledged + 1)
      // the same pages once more, in which there is nothing new
      rows = (HANDED.EVERY + 1) * HANDED.STEP
      acknowledged = 0
    } catch {
      // it died
    }
    await Promise.all([death, closed])
    context = await launchExtension(profile)
  }
  await context.close()
  rmSync(profile, { recursive: true, force: true })
})

const scriptOf = (name: string) =>
  bundleScript(fileURLToPath(new URL('old-database.ts', import.meta.url)), name)

test('the worker killed while the database is upgraded: it is the old one or the new one, whole', async ({
  openExtensionPage,
  killWorker,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000)
  const ERRORS = 3_000
  const own = await openExtensionPage(SILENT)
  const script = await scriptOf('oldDatabase')
  const run = async (call: string): Promise<unknown> =>
    own.evaluate(`(() => { ${script}; return oldDatabase })().${call}`)
  const version = () =>
    own.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'quotascope')?.version)
  let hit = 0
  await run(`writeOldDatabase(${ERRORS})`)
  for (let kill = 0; kill < KILLS; kill += 1) {
    await own.evaluate(() => void chrome.runtime.sendMessage({ kind: 'status' }).catch(() => undefined))
    await wait((kill * 97) % 600)
    await killWorker()
    if ((await version()) === 10) {
      hit += 1
      continue
    }
    expect(await run('errorsKept()')).toEqual({ quota_unnamed: ERRORS })
    await run(`writeOldDatabase(${ERRORS})`)
  }
  test.info().annotations.push({ type: 'kills before the upgrade was done', description: String(hit) })
  expect(await run('errorsKept()')).toEqual({ quota_unnamed: ERRORS })
})

base('the browser killed while the database is upgraded: nothing of it is lost', async () => {
  base.setTimeout(60_000 + KILLS * 30_000)
  const ERRORS = 3_000
  const profile = mkdtempSync(join(tmpdir(), 'quotascope-'))
  const script = await scriptOf('oldDatabase')
  for (let kill = 0; ; kill += 1) {
    const context = await launchExtension(profile)
    const own = await context.newPage()
    await own.goto(`chrome-extension://${await extensionIdOf(context)}/${SILENT}`)
    // killed before it noted the extension, it greets again: a page that would make a new database where this one is gone
    context.on('page', (page) => void page.close().catch(() => undefined))
    for (const page of context.pages()) if (page.url().includes('console')) await page.close()
    const run = async (call: string): Promise<unknown> =>
      own.evaluate(`(() => { ${script}; return oldDatabase })().${call}`)
    // the worker has begun to upgrade it as the browser came up
    if (kill > 0) expect(await run('errorsKept()'), `kill ${kill}`).toEqual({ quota_unnamed: ERRORS })
    if (kill === KILLS) {
      await context.close()
      break
    }
    await run(`writeOldDatabase(${ERRORS})`)
    const closed = new Promise((resolve) => context.once('close', resolve))
    await own.evaluate(() => void chrome.runtime.sendMessage({ kind: 'status' }).catch(() => undefined))
    await wait((kill * 97) % 600)
    killBrowser(profile)
    await closed
  }
  rmSync(profile, { recursive: true, force: true })
})

const ROWS = 400
const IMPORT = 'extension/console/index.html#/bring-in'

/** Rows of an import of its own. */
const rowsOf = (part: number): string =>
  Array.from({ length: ROWS }, (_, n) => {
    const time = writeWallTime(wallTime(Date.UTC(2026, 0, 1) + (part * ROWS + n) * 60_000))
    return `Login Device KimiCLI/1.16.0 ${time.replaceAll('-', '/')} Success`
  }).join('\n')

const fileOf = (part: number) => ({
  name: `part-${part}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(rowsOf(part)),
})

async function chooseFiles(page: Page, parts: readonly number[]): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles(parts.map(fileOf))
  await expect(page.getByRole('region', { name: `part-${parts.at(-1)}.txt` })).toContainText('400 requests')
}

test('the console killed while it imports: what it said it kept is there, and again it is not doubled', async ({
  openExtensionPage,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000)
  const own = await openExtensionPage(SILENT)
  const recordsKept = async () => (await countKept(own))['records'] ?? 0
  const parts = Array.from({ length: KILLS }, (_, part) => part)
  let least = 0
  for (const part of parts) {
    const page = await openExtensionPage(IMPORT)
    await chooseFiles(page, [part])
    const entry = page.getByRole('region', { name: 'Earlier imports' }).getByText(`part-${part}.txt`)
    await page.getByRole('button', { name: `Import ${ROWS} items` }).click()
    await wait((part * 61) % 500)
    const said = await entry.isVisible()
    await page.close()
    if (said) least += ROWS
    expect(await recordsKept()).toBeGreaterThanOrEqual(least)
  }
  const page = await openExtensionPage(IMPORT)
  await chooseFiles(page, parts)
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect.poll(recordsKept).toBe(KILLS * ROWS)
})

base(
  'the browser killed while it imports: what it said it kept is there, and again it is not doubled',
  async () => {
    base.setTimeout(60_000 + KILLS * 30_000)
    const profile = mkdtempSync(join(tmpdir(), 'quotascope-'))
    let least = 0
    for (let part = 0; ; part += 1) {
      const context = await launchExtension(profile)
      const page = await context.newPage()
      await page.goto(`chrome-extension://${await extensionIdOf(context)}/${IMPORT}`)
      const recordsKept = async () => (await countKept(page))['records'] ?? 0
      expect(await recordsKept()).toBeGreaterThanOrEqual(least)
      if (part === KILLS) {
        await chooseFiles(
          page,
          Array.from({ length: KILLS }, (_, each) => each),
        )
        await page.getByRole('button', { name: /^Import \d/ }).click()
        await expect.poll(recordsKept).toBe(KILLS * ROWS)
        await context.close()
        const unsaid = String(KILLS - least / ROWS)
        base.info().annotations.push({ type: 'kills before it was said to be kept', description: unsaid })
        break
      }
      await chooseFiles(page, [part])
      const entry = page.getByRole('region', { name: 'Earlier imports' }).getByText(`part-${part}.txt`)
      const closed = new Promise((resolve) => context.once('close', resolve))
      await page.getByRole('button', { name: `Import ${ROWS} items` }).click()
      await wait((part * 7) % 100) // later, nearly all of them have been kept
      if (await entry.isVisible()) least += ROWS
      killBrowser(profile)
      await closed
    }
    rmSync(profile, { recursive: true, force: true })
  },
)
