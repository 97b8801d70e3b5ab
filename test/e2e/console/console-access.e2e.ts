import type { Page } from '@playwright/test'
import { VIEWS } from '../../../web/state/place.ts'
import { violationsOn } from '../browser/axe.ts'
import { expect, goTo, openIncident, pasteSeed, test } from '../browser/console-fixture.ts'

/** Everybody can use it: both themes, both languages, keyboard, narrow windows. */

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.skeleton')).toHaveCount(0)
}

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['en-GB', 'zh-CN'] as const) {
    test.describe(`${colorScheme}, ${locale}`, () => {
      // A dialog that is still fading in has no contrast yet.
      test.use({ colorScheme, locale, contextOptions: { reducedMotion: 'reduce' } })
      test.setTimeout(240_000) // axe looks at every element, on every view

      test('axe finds nothing on an empty console', async ({ consolePage: page }) => {
        for (const view of VIEWS) {
          await go(page, `#/${view}`)
          expect(await violationsOn(page), view).toEqual([])
        }
      })

      test('axe finds nothing on any view with the first incident', async ({ consolePage: page }) => {
        await go(page, '#/bring-in?part=sample') // an empty console keeps it at once
        await expect(page.locator('.answer-card')).toBeVisible()
        expect(await violationsOn(page), 'the answer').toEqual([])
        await go(page, '#/bring-in?part=sample')
        await expect(page.locator('.piece')).not.toHaveCount(0)
        expect(await violationsOn(page), 'staged').toEqual([])
        for (const view of VIEWS) {
          await go(page, `#/${view}`)
          expect(await violationsOn(page), view).toEqual([])
          await go(page, `#/${view}?zone=%2B01:00`)
          expect(await violationsOn(page), `${view} under +01:00`).toEqual([])
        }
        await go(page, '#/incidents?part=causes')
        expect(await violationsOn(page), 'causes, unfolded').toEqual([])
        await page.locator('.evidence-link').first().click()
        expect(await violationsOn(page), 'evidence panel').toEqual([])
      })
    })
  }
}

for (const { name, viewport } of [
  { name: 'in a narrow window', viewport: { width: 360, height: 740 } },
  // What 200 % zoom leaves of a window of 1280 by 900.
  { name: 'at 200 % zoom', viewport: { width: 640, height: 450 } },
]) {
  test.describe(name, () => {
    test.use({ viewport })

    test('no page is wider than the window', async ({ consolePage: page }) => {
      await pasteSeed(page)
      for (const view of VIEWS) {
        for (const zone of ['', '?zone=%2B01:00']) {
          await go(page, `#/${view}${zone}`)
          expect(await overflowOf(page), `${view}${zone}`).toBeLessThanOrEqual(0)
        }
      }
    })
  })
}

/** How far the names of the bar at the foot are apart where two of them are nearest, and how far the page is wider than it is. */
const barOn = (page: Page) =>
  page.evaluate(() => {
    const names = [...document.querySelectorAll('.navigation a span')].map((name) => {
      const text = document.createRange()
      text.selectNodeContents(name)
      return text.getBoundingClientRect()
    })
    const apart = names.flatMap((name, index) => {
      const next = names[index + 1]
      return next && Math.abs(next.top - name.top) < 2 ? [next.left - name.right] : []
    })
    const { scrollWidth, clientWidth } = document.documentElement
    return { apart: Math.min(...apart), wider: scrollWidth - clientWidth }
  })

test('the names of the ways at the foot never touch, however large the text is', async ({
  consolePage: page,
}) => {
  for (const text of ['100%', '150%', '200%'])
    for (const width of [320, 360, 480, 540, 640, 768, 880]) {
      await page.setViewportSize({ width, height: 760 })
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), text)
      const { apart, wider } = await barOn(page)
      expect([text, width, apart > 6, Math.max(0, wider)]).toEqual([text, width, true, 0])
    }
})

test('in forced colours the bars of the timeline stand out from what is behind them', async ({
  consolePage: page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await pasteSeed(page)
  await go(page, '#/timeline?zone=%2B01:00&day=2026-03-02')
  const lane = page.locator('.lane canvas').first()
  await expect(lane).toBeVisible()
  // a bar is a block of pixels that are nearly white on the system's black
  const bright = () =>
    lane.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      }
      let count = 0
      for (let at = 0; at < data.length; at += 4)
        if ([0, 1, 2, 3].every((channel) => (data[at + channel] ?? 0) > 200)) count += 1
      return count
    })
  await expect.poll(bright).toBeGreaterThan(200)
  await expect(page.locator('.swatch.bar-success').first()).not.toHaveCSS('background-color', 'rgb(0, 0, 0)')
})

test('with the keyboard alone: from the sample to the evidence of a fact', async ({ consolePage: page }) => {
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      )
      if (name.test(label)) return
    }
    throw new Error(`no tab stop is called ${name}`)
  }
  await tabTo(/^Try the sample: the incident of 2 March/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Imported', { exact: true })).toBeVisible()
  await tabTo(/^Open the incident/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeFocused()
  await tabTo(/^Why\?/)
  await page.keyboard.press('Enter')
  await expect(page.locator('summary', { hasText: 'What can and cannot have been the reason' })).toBeFocused()
  await tabTo(/^Evidence \(/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('article').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the arrows move between the events of the timeline', async ({ consolePage: page }) => {
  await pasteSeed(page)
  await openIncident(page, 'Mon 2 Mar')
  await page.getByRole('link', { name: 'Show on the timeline' }).click()
  const block = page.getByRole('button', { name: /Blocked \(suspected\)/ }).first()
  await block.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: /^16:15:00–16:30:00, 1 request/ })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: /^17:15:00–17:30:00, 8 requests/ })).toBeFocused()
  await page.keyboard.press('Home')
  await expect(page.getByRole('button', { name: /^16:15:00–16:30:00, 1 request/ })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(block).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()
})

test('a change of view is heard and can be gone back from', async ({ consolePage: page }) => {
  await goTo(page, 'Settings')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused()
  await expect(page).toHaveTitle('Settings · Quotascope')
  await page.goBack()
  await expect(page).toHaveTitle('Incidents · Quotascope')
})
