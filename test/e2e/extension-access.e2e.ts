import { violationsOn } from './axe.ts'
import { expect, test } from './extension-fixture.ts'

/* What the extension shows on pages of its own: popup, and settings with what only the extension has. */

const NARROW = { width: 360, height: 740 }

for (const [name, path, settled] of [
  ['the popup', 'extension/popup/index.html', '.recording input'],
  ['the settings', 'extension/console/index.html#/settings', 'input[type="checkbox"]'],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${name}, ${colorScheme}: axe finds nothing, and 360 px are wide enough`, async ({
      browserWithExtension: context,
      openExtensionPage,
    }) => {
      const visited = await context.newPage()
      await visited.goto('https://www.kimi.com/code/console')
      await expect(visited.locator('quotascope-strip .records')).toHaveText('13 records kept')
      const page = await openExtensionPage(path)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize(NARROW)
      await expect(page.locator(settled).first()).toBeVisible()
      const tooWide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(tooWide).toBe(0)
      expect(await violationsOn(page)).toEqual([])
    })
