import { chromium, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveConsole } from '../../web/serve-console.ts'
import { findChromium } from './find-chromium.ts'

/**
 * `npm run build && npx tsx test/e2e/take-pictures.ts`: the pictures of the console in docs/pictures, of the first
 * incident, always at the same time and size, so that a picture changes only when the console does.
 */

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
const NOW = '2026-03-09T00:00:00Z'
const SIZE = { width: 1280, height: 860 }

async function bringInSample(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Try the incident of 2 March' }).click()
  await page.getByRole('button', { name: /^Keep \d/ }).waitFor()
}

async function takePictures(url: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({
    viewport: SIZE,
    colorScheme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const take = async (name: string) => {
    await page.mouse.move(0, 0) // no tip, no crosshair
    await page.evaluate(() => window.scrollTo({ top: 0 }))
    await page.waitForTimeout(400) // a chart measures itself once it is there
    await page.screenshot({ path: `${FOLDER}/${name}-${colorScheme}.png` })
  }
  await page.clock.setFixedTime(NOW)
  await page.goto(url)
  await bringInSample(page)
  await take('bring-in')
  await page.getByRole('button', { name: /^Keep \d/ }).click()
  await page.getByText('Kept', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'See what it says' }).click()
  await page.getByRole('navigation', { name: 'All incidents' }).getByRole('link').last().click()
  await page.setViewportSize({ ...SIZE, height: 1240 })
  await take('incident-unknown-zone')
  await page.getByRole('button', { name: 'Try UTC+01:00: contradicted' }).click()
  await page.getByRole('button', { name: 'Keep this zone' }).click()
  await take('incident')
  await page.setViewportSize(SIZE)
  await page.getByRole('link', { name: 'Show on the timeline' }).click()
  await take('timeline')
  await browser.close()
}

mkdirSync(FOLDER, { recursive: true })
const server = await serveConsole(0)
const address = server.httpServer.address()
if (address === null || typeof address === 'string') throw new Error('the console has no port')
for (const colorScheme of ['light', 'dark'] as const)
  await takePictures(`http://127.0.0.1:${address.port}/`, colorScheme)
await server.close()
