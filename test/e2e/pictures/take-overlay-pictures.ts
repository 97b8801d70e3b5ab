import type { BrowserContext, Page } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DAY_VISITS, dayScenario } from '../../replica/day-scenario.ts'
import type { Scenario } from '../../replica/scenario.ts'
import { SEED_NOW } from '../../replica/seed-scenario.ts'
import { serveReplica } from '../../replica/serve-replica.ts'
import { setExtensionClock } from '../browser/extension-clock.ts'
import { launchChromium } from '../browser/launch-chromium.ts'
import { EXTENSION } from '../browser/launch-extension.ts'

/**
 * `npm run build && npx tsx test/e2e/pictures/take-overlay-pictures.ts`: the pictures of the strip in docs/pictures, on the replica,
 * after the day of the first incident; always at the same moment and size.
 */

const FOLDER = fileURLToPath(new URL('../../../docs/pictures', import.meta.url))
const WIDE = { width: 1280, height: 860 }
const NARROW = { width: 360, height: 780 }

const profile = mkdtempSync(join(tmpdir(), 'quotascope-'))
const context = await launchChromium(profile, {
  extension: EXTENSION,
  locale: 'en-GB',
  reducedMotion: 'reduce',
  viewport: WIDE,
})
let scenario: Scenario = dayScenario(SEED_NOW)
await serveReplica(context, () => scenario)
if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker')

/** Looks at the console as it was at a moment, in a look. */
async function visit(page: Page, moment: string, look: Partial<Scenario>): Promise<void> {
  scenario = dayScenario(moment, look)
  await page.goto('https://www.kimi.com/code/')
  await setExtensionClock(context, page, Date.UTC(...dateParts(moment)))
  await page.locator('nav.top a[href="/code/console"]').click()
  await page.locator('html[data-loaded]').waitFor()
  await page.locator('quotascope-strip .meter').first().waitFor()
}

const dateParts = (iso: string): [number, number, number, number, number, number] => {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = iso.split(/\D/).map(Number)
  return [year, month - 1, day, hour, minute, second]
}

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.waitForTimeout(1_500) // the strip asks anew once what was captured has been read
  await page.screenshot({ path: `${FOLDER}/${name}.png` })
}

async function takeAll(browser: BrowserContext): Promise<void> {
  const page = await browser.newPage()
  for (const moment of DAY_VISITS) {
    await visit(page, moment, {})
    await page.waitForTimeout(800)
  }
  for (const language of ['en', 'zh'] as const)
    for (const dark of [false, true]) {
      const name = `${language}-${dark ? 'dark' : 'light'}`
      await page.setViewportSize(WIDE)
      await visit(page, SEED_NOW, { language, dark })
      await take(page, `overlay-${name}`)
      await page.evaluate(() => document.querySelector('section:last-of-type')?.scrollIntoView())
      await take(page, `overlay-table-${name}`)
      await page.setViewportSize(NARROW)
      await page.evaluate(() =>
        document.querySelector('quotascope-strip')?.scrollIntoView({ block: 'center' }),
      )
      await take(page, `overlay-narrow-${name}`)
    }
}

mkdirSync(FOLDER, { recursive: true })
await takeAll(context)
await context.close()
rmSync(profile, { recursive: true, force: true })
