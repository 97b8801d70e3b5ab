import { VIEWS } from '../../web/state/place.ts'
import { expect, test } from './browser/extension-fixture.ts'

test('no page of the extension breaks its own policy, which lets no inline style in', async ({
  browserWithExtension: context,
  openExtensionPage,
}) => {
  const broken: string[] = []
  context.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text())
  })
  const page = await context.newPage()
  await page.goto('https://www.kimi.com/code/console')
  await expect(page.locator('quotascope-strip .records')).toContainText('records kept')
  const popup = await openExtensionPage('extension/popup/index.html')
  await expect(popup.locator('.records')).toContainText('records kept')
  // the strip's own look has come, although no <style> may stand in the popup
  expect(
    await popup.locator('quotascope-strip .meters').evaluate((node) => getComputedStyle(node).display),
  ).toBe('grid')
  for (const name of VIEWS) {
    const own = await openExtensionPage(`extension/console/index.html#/${name}`)
    await expect(own.getByRole('heading', { level: 1 })).toBeVisible()
    await own.close()
  }
  expect(broken).toEqual([])
})
