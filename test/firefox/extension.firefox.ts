import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { seedScenario } from '../replica/seed-scenario.ts'
import { findFirefox } from './find-firefox.ts'
import { IDLE_MS, launchFirefox, openOwnPage, textOf } from './firefox-browser.ts'
import { serveTlsReplica } from './tls-replica.ts'

const CONSOLE = 'https://www.kimi.com/code/console'
const POPUP = 'extension/popup/index.html'
const ROWS = 13

test.skip(findFirefox() === null, 'there is no Firefox on this machine')

async function openConsole(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(CONSOLE)
  await expect.poll(() => textOf(page)).toContain(`${ROWS} records kept`)
  return page
}

test('captures, shows, survives its event page and a restart', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'quotascope-firefox-'))
  const replica = await serveTlsReplica(() => seedScenario())
  let browser = await launchFirefox(profile, replica.port)
  try {
    await test.step('the page shows its rows, and the strip what is kept of them', async () => {
      const page = await openConsole(browser)
      const text = await textOf(page)
      expect(text).toContain('2 % used')
      expect(text).toContain('Mon 2 Mar')
    })

    await test.step('popup and console of the extension show the incident', async () => {
      const popup = await openOwnPage(browser, POPUP)
      await expect.poll(() => textOf(popup)).toContain(`${ROWS} records kept`)
      const own = await openOwnPage(browser, 'extension/console/index.html#/incidents')
      await expect.poll(() => textOf(own)).toMatch(/Mon 2 Mar, \d\d:19–\d\d:22/)
      await own.close()
      const settings = await openOwnPage(browser, 'extension/console/index.html#/settings')
      await expect.poll(() => textOf(settings)).toContain('Notifications')
      expect(await settings.$('input[type=password]')).toBeNull()
      // it gives no folder to write into: files are saved and opened by hand
      expect(await textOf(settings)).toContain('This browser cannot write into a folder')
      expect(await textOf(settings)).toContain("Save this installation's file")
      expect(await textOf(settings)).not.toContain('Choose a folder')
      await settings.close()
      await popup.close()
    })

    await test.step('the event page is ended, comes back, and nothing is doubled', async () => {
      const own = await openOwnPage(browser, 'extension/console/index.html#/incidents')
      await expect.poll(() => textOf(own)).toContain('Mon 2 Mar')
      const isRunning = () => own.evaluate(() => chrome.extension.getBackgroundPage() !== null)
      await expect.poll(isRunning, { timeout: 20 * IDLE_MS }).toBe(false)
      const page = await openConsole(browser)
      expect(await textOf(page)).toContain(`${ROWS} records kept`)
      await own.close()
    })

    await test.step('after a restart all of it is there, before the page is opened again', async () => {
      await browser.close()
      browser = await launchFirefox(profile, replica.port)
      const popup = await openOwnPage(browser, POPUP)
      await expect.poll(() => textOf(popup)).toContain(`${ROWS} records kept`)
    })
  } finally {
    await browser.close()
    await replica.close()
    rmSync(profile, { recursive: true, force: true })
  }
})
