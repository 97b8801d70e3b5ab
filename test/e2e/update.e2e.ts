import { test as base, type BrowserContext } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveReplica } from '../replica/serve-replica.ts'
import { seedScenario } from '../replica/seed-scenario.ts'
import { countWakings } from './browser/extension-clock.ts'
import { expect } from './browser/extension-fixture.ts'
import { countKept } from './browser/kept.ts'
import { copyOfExtension, extensionIdOf, launchExtension } from './browser/launch-extension.ts'
import { historyRows } from './browser/replica-page.ts'

const CONSOLE = 'https://www.kimi.com/code/console'
const ROWS = 13

/** Chromium loads an unpacked extension again only for developers. */
async function allowReloading(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await page.goto('chrome://extensions')
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })')
  await page.close()
}

base('an update while a page is open: the page says so, and nothing is lost or doubled', async () => {
  const { folder, raiseVersion } = copyOfExtension()
  const profile = mkdtempSync(join(tmpdir(), 'quotascope-'))
  const context = await launchExtension(profile, folder)
  await serveReplica(context, () => seedScenario())
  await allowReloading(context)
  const popup = `chrome-extension://${await extensionIdOf(context)}/extension/popup/index.html`
  const page = await context.newPage()
  await page.goto(CONSOLE)
  const strip = page.locator('quotascope-strip')
  await expect(strip.locator('.records')).toHaveText(`${ROWS} records kept`)
  const before = await context.newPage()
  await before.goto(popup)
  const version = await before.evaluate(() => chrome.runtime.getManifest().version)

  await page.bringToFront()
  const woken = await countWakings(context, page)
  const touch = () => page.evaluate(() => document.body.append(document.createElement('i')))
  await touch()
  await expect.poll(woken).toBeGreaterThan(0)

  raiseVersion()
  await before.evaluate(() => void setTimeout(() => chrome.runtime.reload())) // it closes the page
  await page.bringToFront()
  // Nothing tells the page of it: the strip sees it at the page's next change, or within a minute.
  await expect(async () => {
    await touch()
    const said = 'Quotascope was updated. Reload this page to keep recording.'
    await expect(strip).toContainText(said, { timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.locator('quotascope-marks')).toHaveCount(0)
  // Whatever the page does from now on, nothing of ours wakes up for it.
  await woken()
  await touch()
  await page.setViewportSize({ width: 900, height: 700 })
  await page.waitForTimeout(2_000)
  expect(await woken()).toBe(0)
  // The page itself goes on as it was.
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(historyRows(page)).toHaveCount(ROWS)

  await page.reload()
  await expect(strip.locator('.records')).toHaveText(`${ROWS} records kept`)
  await expect(strip).not.toContainText('was updated')
  const after = await context.newPage()
  await after.goto(popup)
  expect(await after.evaluate(() => chrome.runtime.getManifest().version)).toBe(`${version}.1`)
  // the meters were read twice, the second time perhaps after the rows
  await expect.poll(() => countKept(after)).toMatchObject({ records: ROWS, snapshots: 6 })
  await context.close()
  rmSync(profile, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})
