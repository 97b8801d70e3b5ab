import { chromium, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '../../../shared/time/format.ts'
import { serveConsole } from '../../../web/serve-console.ts'
import { createTexts } from '../../../web/locales/texts.ts'
import { findChromium } from '../browser/find-chromium.ts'

/**
 * `npm run build && npx tsx test/e2e/pictures/take-store-pictures.ts`: the screenshots that the stores ask for, 1280 x 800 in each
 * language, of the sample: what it was, the claim's zones, and the timeline.
 */

const FOLDER = fileURLToPath(new URL('../../../docs/store/pictures', import.meta.url))
const NOW = '2026-03-09T00:00:00Z'
const SIZE = { width: 1280, height: 800 }
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' }

async function takeAll(page: Page, language: Language): Promise<void> {
  const { t } = createTexts(language)
  const take = async (name: string) => {
    const word = page.locator('.toast').getByRole('button', { name: t('close') })
    if (await word.isVisible()) await word.click()
    await page.mouse.move(0, 0) // no tip, no crosshair
    await page.evaluate(() => window.scrollTo({ top: 0 }))
    await page.waitForTimeout(600) // a chart measures itself once it is there
    await page.screenshot({ path: `${FOLDER}/${name}-${language}.png` })
  }
  await page.getByRole('link', { name: t('firstRun.sample') }).click()
  await page.getByText(t('bringIn.keptTitle'), { exact: true }).waitFor()
  await page.getByRole('link', { name: t('bringIn.seeIncidents') }).click()
  await page
    .getByRole('navigation', { name: t('incidents.listLabel') })
    .getByRole('link')
    .last()
    .click()
  await take('zones')
  await page.getByRole('button', { name: /UTC\+01:00/ }).click()
  await page.getByRole('button', { name: t('zone.keep') }).click()
  await take('incident')
  await page.getByRole('link', { name: t('incidents.showDay') }).click()
  await take('timeline')
}

mkdirSync(FOLDER, { recursive: true })
const server = await serveConsole(0)
const address = server.httpServer.address()
if (address === null || typeof address === 'string') throw new Error('the console has no port')
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const language of ['en', 'zh'] as const) {
  const page = await browser.newPage({
    viewport: SIZE,
    colorScheme: 'light',
    locale: LOCALES[language],
    reducedMotion: 'reduce',
  })
  await page.clock.setFixedTime(NOW)
  await page.goto(`http://127.0.0.1:${address.port}/`)
  await takeAll(page, language)
  await page.close()
}
await browser.close()
await server.close()
