import { fromPasteToMarkdown } from '../browser/by-keyboard.ts'
import { test as local } from '../browser/console-fixture.ts'
import { expect, test as extension } from '../browser/extension-fixture.ts'

/* The main job without a mouse, wherever the console runs. */

local('from paste to Markdown with the keyboard alone, on the local page', async ({ consolePage: page }) => {
  expect(await fromPasteToMarkdown(page)).toMatch(/^# Quotascope report[^]*Rows of usage history: 9/)
})

extension(
  'from paste to Markdown with the keyboard alone, on the page of the extension',
  async ({ openExtensionPage }) => {
    const page = await openExtensionPage('web/index.html')
    expect(await fromPasteToMarkdown(page)).toMatch(/^# Quotascope report[^]*Rows of usage history: 9/)
  },
)
