import type { BrowserContext, Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveReplica } from '../../replica/serve-replica.ts'
import { seedScenario } from '../../replica/seed-scenario.ts'
import { extensionIdOf, launchExtension } from '../browser/launch-extension.ts'

/**
 * `npm run build && npx tsx test/e2e/pictures/take-popup-pictures.ts`: the popup after a visit to the replica, in both themes and
 * languages, for docs/pictures.
 */
const FOLDER = fileURLToPath(new URL('../../../docs/pictures', import.meta.url))
const LOOKS = [
  { language: 'en', locale: 'en-GB' },
  { language: 'zh', locale: 'zh-CN' },
] as const

async function visit(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await page.goto('https://www.kimi.com/code/console')
  await page.locator('quotascope-strip').waitFor()
  await page.waitForTimeout(3_000)
  await page.close()
}

async function takePopup(page: Page, id: string, theme: 'light' | 'dark', language: string): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 380, height: 620 })
  await page.goto(`chrome-extension://${id}/extension/popup/index.html`)
  await page.locator('section.recording').waitFor()
  await page.waitForTimeout(800)
  await page.locator('main').screenshot({ path: `${FOLDER}/popup-${language}-${theme}.png` })
}

for (const { language, locale } of LOOKS) {
  const profile = mkdtempSync(join(tmpdir(), 'quotascope-'))
  const context = await launchExtension(profile, undefined, locale)
  await serveReplica(context, () => ({ ...seedScenario(), language }))
  const id = await extensionIdOf(context)
  await visit(context)
  const page = await context.newPage()
  for (const theme of ['light', 'dark'] as const) {
    await takePopup(page, id, theme, language)
  }
  await context.close()
  rmSync(profile, { recursive: true, force: true })
}
