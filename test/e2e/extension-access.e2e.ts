import { violationsOn } from './browser/axe.ts'
import { expect, test } from './browser/extension-fixture.ts'

/* The settings with what only the extension has; the popup is in answer-on-page.e2e.ts. */

const NARROW = { width: 360, height: 740 }

for (const colorScheme of ['light', 'dark'] as const)
  test(`the settings, ${colorScheme}: axe finds nothing, and 360 px are wide enough`, async ({
    browserWithExtension: context,
    openExtensionPage,
  }) => {
    const visited = await context.newPage()
    await visited.goto('https://www.kimi.com/code/console')
    await expect(visited.locator('quotascope-strip .records')).toHaveText('13 records kept')
    const page = await openExtensionPage('extension/console/index.html#/settings')
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(NARROW)
    await expect(page.locator('input[type="checkbox"]').first()).toBeVisible()
    const tooWide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect(tooWide).toBe(0)
    expect(await violationsOn(page)).toEqual([])
  })
