import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { readInstant } from '../../shared/time/instant.ts'
import { openReplica } from '../replica/open-chromium.ts'
import type { Scenario } from '../replica/scenario.ts'
import { SEED_NOW, seedScenario } from '../replica/seed-scenario.ts'
import { ANSWER_SCENARIOS } from './answer-scenarios.ts'
import { violationsOn } from './browser/axe.ts'
import { setExtensionClock } from './browser/extension-clock.ts'
import { extensionIdOf, extensionWithAllGranted } from './browser/launch-extension.ts'

/**
 * Strip and popup in each state of the answer: they begin with it, cut no word of it, and axe has nothing against them, in
 * both languages and both themes.
 */

test.setTimeout(240_000) // a busy machine with two cores takes its time

const THEMES = ['light', 'dark'] as const

/** What is wider or higher than the box it stands in. */
const cutOn = (page: Page): Promise<string[]> =>
  page
    .locator('quotascope-strip')
    .evaluate((host) =>
      [
        ...(host.shadowRoot?.querySelectorAll(
          '.strip, .head, .state-text, .words, .words p, .meters, .meter',
        ) ?? []),
      ]
        .filter(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1),
        )
        .map(({ className }) => className),
    )

/** Which of these comes first. */
const orderOf = (page: Page): Promise<string[]> =>
  page
    .locator('quotascope-strip')
    .evaluate((host) =>
      [...(host.shadowRoot?.querySelector('.body')?.children ?? [])].map(({ className }) => className),
    )

async function visit(context: BrowserContext, page: Page): Promise<void> {
  await page.bringToFront()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('https://www.kimi.com/code/')
  await setExtensionClock(context, page, readInstant(SEED_NOW) ?? 0)
  await page.locator('nav.top a[href="/code/console"]').click()
}

async function openPopup(popup: Page, id: string): Promise<void> {
  await popup.bringToFront()
  await popup.goto(`chrome-extension://${id}/extension/popup/index.html`)
  await expect(popup.locator('.recording input').first()).toBeVisible()
}

for (const [language, locale] of [
  ['en', 'en-GB'],
  ['zh', 'zh-CN'],
] as const)
  test(`strip and popup say it in every state: ${language}`, async () => {
    let scenario: Scenario = seedScenario()
    const { context, close } = await openReplica(() => scenario, { locale, reducedMotion: 'reduce' })
    const id = await extensionIdOf(context)
    const page = await context.newPage()
    const popup = await context.newPage()
    await popup.clock.setFixedTime(SEED_NOW)
    await popup.setViewportSize({ width: 380, height: 600 })
    for (const { name, given, says } of ANSWER_SCENARIOS)
      await test.step(name, async () => {
        scenario = seedScenario({ ...given, language })
        await visit(context, page)
        const strip = page.locator('quotascope-strip')
        await expect(strip.locator('.verdict')).toContainText(says[language])
        expect(await orderOf(page)).toEqual(['words', 'meters', 'day'])
        // 640 is what zooming to 200 % leaves of 1280
        for (const width of [320, 360, 640, 768, 900, 1280, 1920]) {
          await page.setViewportSize({ width, height: 800 })
          expect([width, await cutOn(page)]).toEqual([width, []])
        }
        await page.setViewportSize({ width: 1280, height: 800 })
        if (says.marks) await expect(page.locator('quotascope-marks .gap')).toHaveCount(1)
        await strip.locator('button.twin').click()
        await expect(strip.locator('.twin-panel')).toBeVisible()
        for (const theme of THEMES) {
          await page.evaluate(
            (dark) => (document.body.style.backgroundColor = dark ? '#111' : ''),
            theme === 'dark',
          )
          await expect(strip).toHaveAttribute('data-theme', theme)
          expect(
            await violationsOn(
              page,
              says.marks ? ['quotascope-strip', 'quotascope-marks'] : ['quotascope-strip'],
            ),
            theme,
          ).toEqual([])
        }

        await openPopup(popup, id)
        await expect(popup.locator('.verdict')).toContainText(says[language])
        expect(await orderOf(popup)).toEqual(['words', 'meters', 'day'])
        expect(await cutOn(popup)).toEqual([])
        expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBe(380)
        for (const colorScheme of THEMES) {
          await popup.emulateMedia({ colorScheme })
          await expect(popup.locator('quotascope-strip')).toHaveAttribute('data-theme', colorScheme)
          expect(await violationsOn(popup), colorScheme).toEqual([])
        }
        await expect(popup.locator('#back button')).toHaveCount(says.back ? 1 : 0)
      })
    await close()
  })

test('the popup tells when it is back, where that is asked for', async () => {
  const [full] = ANSWER_SCENARIOS
  if (!full) throw new Error('there is no state')
  const { context, close } = await openReplica(() => seedScenario(full.given), {
    extension: extensionWithAllGranted(),
  })
  const id = await extensionIdOf(context)
  const page = await context.newPage()
  await visit(context, page)
  await expect(page.locator('quotascope-strip .verdict')).toContainText(full.says.en)
  const popup = await context.newPage()
  await popup.clock.setFixedTime(SEED_NOW)
  await openPopup(popup, id)
  const awaited = () => popup.evaluate(async () => (await chrome.storage.local.get('awaited'))['awaited'])
  await popup.getByRole('button', { name: 'Tell me when it is back' }).click()
  await expect(popup.locator('#back')).toContainText('You will be told at 21:20.')
  await expect.poll(awaited).toMatchObject({ window: '5h' })
  await popup.locator('#back button').click()
  await expect(popup.getByRole('button', { name: 'Tell me when it is back' })).toBeVisible()
  await close()
})
