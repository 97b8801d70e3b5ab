import type { Page } from '@playwright/test'
import { violationsOn } from '../browser/axe.ts'
import { expect, seed, test } from '../browser/console-fixture.ts'

/** The answer in each of its states: every word of it is in sight, however narrow the window, and axe has nothing against it. */

const FIVE_HOURS = "You've reached your 5-hour usage limit."
const refusedAt = (time: string) =>
  `${time} WARN  llm request failed  turnStep=1.1 model=k3 errorName=APIStatusError errorMessage="403 ${FIVE_HOURS}" statusCode=403\n`

// It is midnight of 9 March 2026.
const STATES: readonly (readonly [string, string])[] = [
  ['blocked now', refusedAt('2026-03-08T23:58:00.000Z')],
  ['was blocked', refusedAt('2026-03-07T11:58:00.000Z')],
  ['an error without a time', FIVE_HOURS],
  ['two limits that a text leaves open', seed('error.txt')],
  ['no block', seed('usage-history.txt')],
  ['an example only', `For example: "${FIVE_HOURS}"`],
]

const WIDTHS = [320, 360, 640, 768, 900, 1280, 1920] as const

/** What of the answer is wider or higher than the box it stands in. */
const cutOn = (page: Page, card: '.answer-card' | '.headline-card'): Promise<string[]> =>
  page
    .locator(card)
    .evaluate((element) =>
      [element, ...element.querySelectorAll('h2, p, li')]
        .filter(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1),
        )
        .map(({ textContent }) => textContent ?? ''),
    )

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    // the room that is kept for a scroll bar is less, not more
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  )

/** Nothing is cut and nothing scrolls sideways, at every width and at 200 %. */
async function expectAllInSight(page: Page, card: '.answer-card' | '.headline-card'): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    expect([width, await cutOn(page, card), await overflowOf(page)]).toEqual([width, [], 0])
  }
  // what zooming to 200 % does to a window of 1280 pixels, and to the text alone
  await page.setViewportSize({ width: 640, height: 400 })
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  expect([await cutOn(page, card), await overflowOf(page)]).toEqual([[], 0])
  await page.evaluate(() => (document.documentElement.style.fontSize = ''))
}

/** In both themes. */
async function expectNoViolations(page: Page, part: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
    expect(await violationsOn(page, [part]), `${part}, ${theme}`).toEqual([])
  }
}

for (const [colorScheme, locale] of [
  ['light', 'en-GB'],
  ['dark', 'zh-CN'],
] as const) {
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale, contextOptions: { reducedMotion: 'reduce' } })
    test.setTimeout(240_000) // a busy machine with two cores takes its time

    for (const [state, text] of STATES) {
      test(`${state}: nothing of it is cut, from 320 px on and at 200 %`, async ({ consolePage: page }) => {
        await page.evaluate(() => {
          window.location.hash = '#/bring-in'
        })
        await page.locator('textarea').fill(text)
        await page.locator('.keep .button-primary').click()
        await expect(page.locator('.answer-card .answer-state')).toBeVisible()
        await expectAllInSight(page, '.answer-card')
        await expectNoViolations(page, '.answer-card')
        await page.evaluate(() => (window.location.hash = '#/incidents'))
        await expect(page.locator('#headline')).toBeVisible()
        await expect(page.locator('.skeleton')).toHaveCount(0)
        await expectAllInSight(page, '.headline-card')
        await page.setViewportSize({ width: 360, height: 800 })
        await expectNoViolations(page, 'main')
      })
    }
  })
}
