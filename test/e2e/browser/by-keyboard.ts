import { expect, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { SEED_FILES, seed } from './console-fixture.ts'

/** More stops than any page has. */
const MAX_STOPS = 150

/** Goes on with Tab until something has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let n = 0; n < MAX_STOPS; n += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${target.toString()}`)
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** From the four pasted texts of the first incident to the text of the exported Markdown, with the keyboard alone. */
export async function fromPasteToMarkdown(page: Page): Promise<string> {
  const view = (name: string) =>
    page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name, exact: true })
  await press(page, view('Import'))
  for (const name of SEED_FILES) {
    await tabTo(page, page.getByLabel('Paste here'))
    await page.keyboard.insertText(seed(name))
    await press(page, page.getByRole('button', { name: /^Import \d/ }))
    await expect(page.getByText('Imported', { exact: true })).toBeVisible()
  }
  await press(page, view('Export'))
  const waiting = page.waitForEvent('download')
  await press(page, page.getByRole('button', { name: 'Download' }))
  return readFileSync(await (await waiting).path(), 'utf8')
}
