import { violationsOn } from './browser/axe.ts'
import { expect, test } from './browser/extension-fixture.ts'
import { accountsKept } from './browser/kept.ts'

const NARROW = { width: 360, height: 740 }
const WAITING = 'provisional-e2e'

for (const colorScheme of ['light', 'dark'] as const)
  test(`what only the user can say is asked in the settings, ${colorScheme}`, async ({
    browserWithExtension: context,
    openExtensionPage,
  }, info) => {
    const visited = await context.newPage()
    await visited.goto('https://www.kimi.com/code/console')
    await expect(visited.locator('quotascope-strip .records')).toHaveText('13 records kept')
    await visited.close()
    const page = await openExtensionPage('extension/popup/index.html')
    await expect.poll(async () => (await accountsKept(page)).length).toBe(1)
    await page.evaluate(async (label) => {
      const claim = { since: 1_750_000_000_000, said: [], shows: [], fits: null, of: null, apart: false }
      await chrome.storage.local.set({
        pageClaims: { [label]: claim },
        reduced: {
          rules: 2,
          after: null,
          offered: 1_900_000_000_000,
          reading: null,
          done: 0,
          allowed: false,
        },
      })
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('quotascope')
        opening.addEventListener('success', () => resolve(opening.result))
        opening.addEventListener('error', () => reject(new Error(String(opening.error))))
      })
      const writing = db.transaction('accounts', 'readwrite')
      const store = writing.objectStore('accounts')
      const reading = store.getAll()
      reading.addEventListener('success', () => store.put({ ...reading.result[0], account: label }))
      await new Promise((resolve) => writing.addEventListener('complete', resolve))
      db.close()
    }, WAITING)
    await page.goto(page.url().replace(/popup\/index\.html$/, 'console/index.html#/settings'))
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(NARROW)
    const whose = page.getByRole('region', { name: 'Whose page is this?' })
    const reduction = page.getByRole('region', { name: 'Captured texts will be reduced' })
    await expect(whose.getByRole('combobox')).toBeVisible()
    await expect(reduction.getByRole('button', { name: 'Reduce now' })).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await whose.screenshot({ path: info.outputPath('whose.png') })
    await reduction.screenshot({ path: info.outputPath('reduction.png') })
    await reduction.getByRole('button', { name: 'Reduce now' }).click()
    await expect(reduction).toBeHidden({ timeout: 20_000 })
  })
