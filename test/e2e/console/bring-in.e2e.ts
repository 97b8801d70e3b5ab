import type { Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wallTime, writeWallTime } from '../../../shared/time/wall.ts'
import { countOf, expect, goTo, paste, seed, SEED_FILES, test } from '../browser/console-fixture.ts'

/** Bringing in by files and folders, stopping it, and taking it back. */

const importsOn = (page: Page) => page.getByRole('region', { name: 'Earlier imports' })

/** So many rows of a history, a second apart. */
const rows = (count: number): string =>
  Array.from({ length: count }, (_, second) => {
    const time = writeWallTime(wallTime(Date.UTC(2026, 2, 1, 10, 0, second)))
    return `Login Device KimiCLI/1.16.0 ${time.replaceAll('-', '/')} Success`
  }).join('\n')

test('a chosen folder is read with the folders in it, and kept as one import', async ({
  consolePage: page,
}, info) => {
  const folder = info.outputPath('evidence')
  mkdirSync(join(folder, 'march'), { recursive: true })
  writeFileSync(join(folder, 'usage-history.txt'), seed('usage-history.txt'))
  writeFileSync(join(folder, 'march', 'usages.json'), seed('usages-2026-03-07.json'))
  await goTo(page, 'Import')
  await page.locator('input[webkitdirectory]').setInputFiles(folder)
  await expect(page.getByRole('region', { name: 'evidence/usage-history.txt' })).toContainText('9 requests')
  await expect(page.getByRole('region', { name: 'evidence/march/usages.json' })).toContainText(
    '1 quota reading',
  )
  await page.getByRole('button', { name: 'Import 10 items' }).click()
  const entry = importsOn(page).getByRole('listitem')
  await expect(entry).toHaveCount(1)
  await expect(entry).toContainText('evidence/march/usages.json')
  await expect(entry).toContainText('2026-03-09 00:00:00 +00:00 · new: 9 requests, 1 quota reading')
})

test('of too many files it is said how many are left out', async ({ consolePage: page }) => {
  const files = Array.from({ length: 502 }, (_, index) => ({
    name: `${index}.log`,
    mimeType: 'text/plain',
    buffer: Buffer.from('nothing'),
  }))
  await goTo(page, 'Import')
  await page.getByLabel('Choose files').setInputFiles(files)
  await expect(page.getByRole('status').filter({ hasText: '2 files were skipped' })).toBeVisible()
  await expect(page.getByRole('region', { name: /\.log$/ })).toHaveCount(500)
  await page.getByLabel('Choose files').setInputFiles(files.slice(0, 1))
  await expect(page.getByText('2 files were skipped')).toBeHidden()
})

test('a large file can be stopped while it is read; then nothing of it is kept', async ({
  consolePage: page,
}, info) => {
  const line = `${'2026-03-02 10:00:00.000 | INFO     | kimi_cli.app:run:1 - nothing'.padEnd(119)}\n`
  const file = info.outputPath('large.log')
  writeFileSync(file, line.repeat(800_000))
  await goTo(page, 'Import')
  await page.getByLabel('Choose files').setInputFiles(file)
  await expect(page.getByRole('region', { name: 'large.log' })).toContainText(' MB read ')
  await page.getByRole('button', { name: 'Stop reading large.log' }).click()
  await expect(page.getByRole('region', { name: 'large.log' })).toBeHidden()
  await expect(page.getByRole('button', { name: /^Import \d/ })).toBeHidden()
  await expect(importsOn(page)).toBeHidden()
  await goTo(page, 'Records')
  await expect(page.getByText('No data yet')).toBeVisible()
})

test('where nothing was recognised there is nothing to press, and it is said what to do', async ({
  consolePage: page,
}) => {
  await goTo(page, 'Import')
  await page.getByLabel('Paste here').fill('I was blocked for an hour, what now?')
  const keep = page.getByRole('button', { name: 'Nothing to import' })
  await expect(keep).toBeDisabled()
  await expect(keep).toHaveAccessibleDescription(/^No evidence was recognised\. Copy /)
  await keep.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Imported', { exact: true })).toBeHidden()
  await expect(importsOn(page)).toBeHidden()
  await page.getByLabel('Paste here').fill(seed('error.txt'))
  await page.getByRole('button', { name: 'Import 1 item' }).click()
  await expect(page.getByText('Imported', { exact: true })).toBeVisible()
})

test('the button stays in view, and the sample is one click', async ({ consolePage: page }) => {
  await goTo(page, 'Import')
  await page.getByLabel('Paste here').fill(rows(300))
  const keep = page.getByRole('button', { name: 'Import 300 items' })
  await expect(keep).toBeInViewport({ ratio: 1 })
  await page.mouse.wheel(0, 2_000)
  await expect(keep).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 360, height: 640 })
  await expect(keep).toBeInViewport({ ratio: 1 })
  await page.getByLabel('Paste here').fill('')
  await page.getByRole('button', { name: /^Try the sample/ }).click()
  await expect(page.getByText('Imported', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open the incident' })).toBeVisible()
})

test('a piece is left out before an import, put back, and left out after it', async ({
  consolePage: page,
}) => {
  await goTo(page, 'Import')
  await page.getByLabel('Paste here').fill(`${seed('usage-history.txt')}\n\nand then\n\n${seed('error.txt')}`)
  const keep = page.getByRole('button', { name: /^Import \d/ })
  await expect(keep).toHaveText('Import 10 items')
  const leave = page.getByRole('button', { name: /^Leave out/ })
  await leave.last().click()
  await expect(keep).toHaveText('Import 9 items')
  await expect(page.getByText('Left out: Error text')).toBeVisible()
  await page.getByRole('button', { name: /^Put back/ }).click()
  await expect(keep).toHaveText('Import 10 items')
  await keep.click()
  await page.getByRole('button', { name: 'Change what was imported' }).click()
  await leave.last().click()
  await expect(keep).toHaveText('Import 9 items')
  await keep.click()
  await expect(page.getByText('9 requests: 9 new, 0 already there')).toBeVisible()
  expect(await countOf(page, 'Error texts')).toBe(0)
  expect(await countOf(page, 'Requests')).toBe(9)
})

test('a zone is asked for only where it decides a verdict, with what it would change', async ({
  consolePage: page,
}) => {
  const question = page.getByRole('region', { name: 'In which zone were these times shown?' })
  await goTo(page, 'Import')
  await page.getByLabel('Paste here').fill(seed('usages-2026-03-07.json'))
  await expect(page.getByText('1 quota reading', { exact: true })).toBeVisible()
  await page.getByLabel('Paste here').fill(seed('usage-history.txt'))
  await expect(page.getByText('9 requests', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import 9 items' })).toBeEnabled()
  await expect(question).toBeHidden() // rows alone: no verdict hinges on it
  await page
    .getByLabel('Choose files')
    .setInputFiles(
      SEED_FILES.map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(seed(name)) })),
    )
  await expect(question.getByText('America/Los_Angeles, the zone of this browser')).toBeVisible()
  await question.getByLabel('Another zone').selectOption('+01:00')
  const chosen = question.getByRole('radio', { name: /^UTC\+01:00/ })
  await expect(chosen).toBeChecked()
  await expect(chosen).toHaveAccessibleName(/Ruled out: .*5-hour quota/)
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByText('Imported', { exact: true })).toBeVisible()
  await goTo(page, 'Incidents')
  await expect(page.getByRole('button', { name: /^Zone/ })).toContainText('UTC+01:00')
})

test('an import is undone: the counts are what they were, and rows that were known before stay', async ({
  consolePage: page,
}) => {
  const history = seed('usage-history.txt').trim().split('\n')
  await paste(page, history.slice(0, 4).join('\n'))
  expect(await countOf(page, 'Requests')).toBe(4)
  await paste(page, history.join('\n'))
  await expect(page.getByText('9 requests: 5 new, 4 already there')).toBeVisible()
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await expect(page.getByText('Import undone')).toBeVisible()
  expect(await countOf(page, 'Requests')).toBe(4)
  expect(await countOf(page, 'Inputs')).toBe(1)
})

test('an import is undone from the list after a reload, in every tab, and gone with everything', async ({
  consolePage: page,
  context,
  consoleUrl,
}) => {
  await paste(page, seed('usage-history.txt'))
  await page.clock.setFixedTime('2026-03-09T01:00:00Z')
  await paste(page, seed('error.txt'))
  await page.reload()
  const entries = importsOn(page).getByRole('listitem')
  await expect(entries).toHaveText([
    /01:00:00 \+00:00 · new: 1 error text/,
    /00:00:00 \+00:00 · new: 9 requests/,
  ])
  const second = await context.newPage()
  await second.goto(`${consoleUrl}web/index.html#/bring-in`)
  await expect(importsOn(second).getByRole('listitem')).toHaveCount(2)
  await page.bringToFront()
  await importsOn(page)
    .getByRole('button', { name: /, 2026-03-09 00:00:00 \+00:00$/ })
    .click()
  await expect(importsOn(page)).toContainText('Import undone')
  await expect(entries).toHaveCount(1)
  await expect(importsOn(second).getByRole('listitem')).toHaveCount(1)
  expect(await countOf(page, 'Requests')).toBe(0)
  expect(await countOf(page, 'Error texts')).toBe(1)
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Erase everything …' }).click()
  await page.getByLabel(/^Type/).fill('erase')
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click()
  await expect(page.getByText('Everything is erased')).toBeVisible()
  await goTo(page, 'Import')
  await expect(importsOn(page)).toBeHidden()
  await expect(importsOn(second)).toBeHidden()
})

test('more than a thousand pieces go only when asked', async ({ consolePage: page }) => {
  await paste(page, rows(1_001))
  await importsOn(page)
    .getByRole('button', { name: /^Undo the import of Pasted text/ })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Undo this import?' })
  await expect(dialog).toContainText('1001 pieces of evidence from “Pasted text” will be removed.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(importsOn(page).getByRole('listitem')).toHaveCount(1)
  await importsOn(page)
    .getByRole('button', { name: /^Undo the import of Pasted text/ })
    .click()
  await dialog.getByRole('button', { name: 'Undo the import' }).click()
  await expect(importsOn(page)).toContainText('Import undone')
  await expect(importsOn(page).getByRole('listitem')).toHaveCount(0)
})

test('the latest ten imports are shown, and all when asked', async ({ consolePage: page }) => {
  for (let count = 1; count <= 11; count += 1) await paste(page, rows(count))
  const entries = importsOn(page).getByRole('listitem')
  await expect(entries).toHaveCount(10)
  await importsOn(page).getByRole('button', { name: 'Show all 11' }).click()
  await expect(entries).toHaveCount(11)
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' })

  test('says why a piece is what it is, or could not be read', async ({ consolePage: page }) => {
    await page.getByRole('link', { name: '导入' }).first().click()
    await page
      .getByLabel('粘贴到这里')
      .fill(
        [
          '{"requests":[{"requestId":"a"},{"requestTime":"2026-03-02T16:00:00Z","requestId":"b"}]}',
          '{"at":"soon","source":"usages","body":{}}',
        ].join('\n'),
      )
    const recognised = page.getByRole('region', { name: '识别结果' })
    await expect(recognised.getByText('"requests" 下的使用记录')).toBeVisible()
    await expect(recognised.getByRole('cell', { name: '这一行没有时间' })).toBeVisible()
    await expect(
      recognised.getByRole('cell', { name: '"at" 为 "soon"，不是带时区的 ISO 时间' }),
    ).toBeVisible()
    await expect(recognised.locator('[lang="en"]')).toHaveCount(0)
  })
})
