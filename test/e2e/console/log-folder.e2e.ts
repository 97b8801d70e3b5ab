import type { Page } from '@playwright/test'
import { expect, goTo, test } from '../browser/console-fixture.ts'

/** A folder of logs that is chosen once. The browser's own private folder stands in for the one that the dialog would give. */

const entry = (second: number, message: string) =>
  `2026-03-08 10:00:${String(second).padStart(2, '0')}.000 | INFO     | kimi_cli.soul.kimisoul:_step:1256 - ${message}\n`
const answered = (second: number) => entry(second, 'LLM step completed in 2.0s (input=18, output=3)')

const write = (page: Page, name: string, text: string) =>
  page.evaluate(
    async ([fileName, body]) => {
      const root = await navigator.storage.getDirectory()
      const logs = await root.getDirectoryHandle('.kimi', { create: true })
      const file = await logs.getFileHandle(fileName, { create: true })
      const stream = await file.createWritable()
      await stream.write(body)
      await stream.close()
    },
    [name, text] as const,
  )

const pickPrivateFolder = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(globalThis, {
      FileSystemObserver: undefined,
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('.kimi'),
    })
  })

const card = (page: Page) => page.getByRole('region', { name: 'Follow a folder of logs' })
const imports = (page: Page) => page.getByRole('region', { name: 'Earlier imports' }).getByRole('listitem')

test('a folder is followed by keyboard: read once, again when it has grown, and after a reload', async ({
  consolePage: page,
}) => {
  await pickPrivateFolder(page)
  await page.reload()
  await write(page, 'kimi.log', answered(1))
  await write(page, 'context.jsonl', '{"role": "user", "content": "never opened"}\n')
  await goTo(page, 'Import')
  await card(page).getByRole('button', { name: 'Choose a folder' }).focus()
  await page.keyboard.press('Enter')
  await expect(card(page)).toContainText('Following .kimi')
  await expect(card(page)).toContainText('1 log read so far.')
  await expect(imports(page)).toHaveCount(1)
  await expect(imports(page)).toContainText('.kimi/kimi.log')

  const look = card(page).getByRole('button', { name: 'Look now' })
  await look.press('Enter')
  await expect(card(page).getByRole('status')).toHaveText('Nothing has changed since it was read last.')
  await write(page, 'kimi.log', answered(1) + answered(5))
  await look.press('Enter')
  await expect(card(page).getByRole('status')).toHaveText('1 changed log was imported.')
  await expect(imports(page)).toHaveCount(1)
  await expect(imports(page)).toContainText('new: 1 logged call')

  await write(page, 'kimi.log', answered(1) + answered(5) + answered(9))
  await page.reload()
  await goTo(page, 'Import')
  await expect(card(page).getByRole('status')).toHaveText('1 changed log was imported.')
  await card(page).getByRole('button', { name: 'Stop following' }).press('Enter')
  await expect(card(page).getByRole('button', { name: 'Choose a folder' })).toBeVisible()
  await expect(imports(page)).toHaveCount(1)
})

test('where the browser cannot follow a folder, the control says so', async ({ consolePage: page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { showDirectoryPicker: undefined })
  })
  await page.reload()
  await goTo(page, 'Import')
  await expect(card(page)).toContainText('This browser cannot follow a folder; Chrome and Edge can.')
  await expect(card(page).getByRole('button')).toHaveCount(0)
})
