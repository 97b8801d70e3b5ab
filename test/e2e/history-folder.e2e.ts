import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { installationFile } from '../../shared/evidence/installation.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { readBundle } from '../../shared/export/bundle/read-bundle.ts'
import { readInput } from '../../shared/intake.ts'
import { UTC } from '../../shared/time/zone.ts'
import { at } from '../time/given.ts'
import { violationsOn } from './browser/axe.ts'
import { countOf, expect, goTo, paste, seed, test } from './browser/console-fixture.ts'

/**
 * One history on several machines, through a folder that is chosen once. The browser's own private folder stands in for the
 * one that the dialog would give, and another installation has written into it.
 */

const LAPTOP = { id: '11111111-1111-4111-8111-111111111111', name: 'Laptop' }

function laptopFile(written = '2026-03-08T10:00:00Z', rows = seed('usage-history.txt')): string {
  const raw = { at: null, via: 'paste', input: 'paste', source: null, body: rows } as const
  const { evidence } = readInput(raw, { zone: UTC })
  return writeBundle(evidence, { writtenAt: at(written), zone: UTC, masking: 'none', installation: LAPTOP })
}

const write = (page: Page, name: string, text: string) =>
  page.evaluate(
    async ([fileName, body]) => {
      const root = await navigator.storage.getDirectory()
      const synced = await root.getDirectoryHandle('Synced', { create: true })
      const file = await synced.getFileHandle(fileName, { create: true })
      const stream = await file.createWritable()
      await stream.write(body)
      await stream.close()
    },
    [name, text] as const,
  )

/**
 * What this installation has written: the text of the one file of an installation that the test has not made; null where there is
 * none, or where it is just being written anew.
 */
const ownFile = (page: Page): Promise<string | null> => page.evaluate(readOwnFile).catch(() => null)

async function readOwnFile(): Promise<string | null> {
  const root = await navigator.storage.getDirectory()
  const synced = await root.getDirectoryHandle('Synced', { create: true })
  for await (const [name, handle] of synced.entries())
    if (handle instanceof FileSystemFileHandle && /^quotascope-(?!1111|2222).*\.json$/.test(name))
      return (await handle.getFile()).text()
  return null
}

async function readOwn(page: Page) {
  const read = readBundle((await ownFile(page)) ?? '')
  if (!read.ok) return null
  const { installation, purpose } = read.manifest
  return {
    name: installation?.name,
    retired: installation?.retired,
    purpose,
    errors: read.evidence.errors.length,
    records: read.evidence.records.length,
  }
}

const pickSynced = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(globalThis, {
      FileSystemObserver: undefined,
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('Synced'),
    })
  })

const card = (page: Page) => page.getByRole('region', { name: 'One history on several machines' })
const button = (page: Page, name: string) => card(page).getByRole('button', { name })

/** The folder with the laptop's file in it, chosen in the settings. */
async function joinSynced(page: Page): Promise<void> {
  await pickSynced(page)
  await page.reload()
  await write(page, installationFile(LAPTOP.id), laptopFile())
  await goTo(page, 'Settings')
  await button(page, 'Choose a folder').click()
  await expect(card(page)).toContainText('In the folder Synced.')
}

test('a folder is chosen by keyboard: the others are read, and this one writes what it saw, and no more', async ({
  consolePage: page,
}) => {
  await pickSynced(page)
  await page.reload()
  await write(page, installationFile(LAPTOP.id), laptopFile())
  await write(
    page,
    installationFile(LAPTOP.id).replace('.json', ' (conflicted copy).json'),
    laptopFile('2026-03-07T10:00:00Z', ''),
  )
  await write(page, installationFile(LAPTOP.id.replaceAll('1', '2')), laptopFile().slice(0, 900))
  // read, it would be a second row of that name
  await write(page, 'other.json', laptopFile().replaceAll(LAPTOP.id, LAPTOP.id.replaceAll('1', '4')))
  await paste(page, seed('error.txt'))
  await goTo(page, 'Settings')
  await card(page).getByLabel('Name of this installation').fill('Desktop')
  await button(page, 'Rename').press('Enter')
  await button(page, 'Choose a folder').press('Enter')
  await expect(card(page)).toContainText('In the folder Synced.')
  await expect(card(page).getByRole('row', { name: 'Laptop' })).toContainText('9')
  await expect(card(page)).toContainText('(conflicted copy).json was left out')
  await expect(card(page)).toContainText('not whole yet')
  await expect(card(page)).toContainText('Last written 17:00')
  await expect
    .poll(() => readOwn(page))
    .toEqual({
      name: 'Desktop',
      purpose: 'complete',
      retired: undefined,
      errors: 1,
      records: 0,
    })
  expect(await violationsOn(page, ['.machines'])).toEqual([])
  expect(await countOf(page, 'Requests')).toBe(9)

  await page.clock.setFixedTime('2026-03-09T00:05:00Z')
  await paste(page, seed('cli-panel.txt'))
  await page.reload()
  await goTo(page, 'Settings')
  await expect(card(page)).toContainText('Nothing new from the others.')
  await expect(card(page)).toContainText('Last written 17:05')

  await card(page).getByLabel('Name of this installation').fill('Server')
  await button(page, 'Rename').click()
  await expect.poll(async () => (await readOwn(page))?.name).toBe('Server')
  await button(page, 'Retire this installation').click()
  await expect(button(page, 'Choose a folder')).toBeVisible()
  await expect.poll(() => readOwn(page)).toMatchObject({ name: 'Server', retired: true, records: 0 })
})

test('a folder that has to be allowed again is read and written once it is; what cannot be written is said', async ({
  consolePage: page,
}, info) => {
  await joinSynced(page)
  await paste(page, seed('error.txt'))
  await page.addInitScript(() => {
    let state = 'prompt'
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: () => Promise.resolve(state),
      requestPermission: () => Promise.resolve((state = 'granted')),
    })
    FileSystemFileHandle.prototype.createWritable = () =>
      Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError'))
  })
  await page.clock.setFixedTime('2026-03-09T00:10:00Z')
  await page.reload()
  await goTo(page, 'Settings')
  await expect(card(page)).toContainText(
    'The browser asks again before the console may read and write Synced.',
  )
  await expect(button(page, 'Retire this installation')).toBeDisabled()
  expect(await violationsOn(page, ['.machines'])).toEqual([])
  await button(page, 'Allow reading and writing').click()
  await expect(card(page).getByRole('row', { name: 'Laptop' })).toContainText('9')
  await expect(card(page).getByRole('alert')).toContainText('The folder could not be read or written')
  await expect(card(page).getByRole('alert')).toContainText('The disk is full.')
  expect(await violationsOn(page, ['.machines'])).toEqual([])
  await card(page).screenshot({ path: info.outputPath('machines.png') })
})

test('closed between writing its file and noting so, it stays the installation that it was', async ({
  consolePage: page,
}) => {
  await pickSynced(page)
  await page.reload()
  await paste(page, seed('error.txt'))
  await write(page, installationFile(LAPTOP.id), laptopFile())
  await page.addInitScript(() => {
    const close = Object.getOwnPropertyDescriptor(WritableStream.prototype, 'close')?.value as unknown
    FileSystemWritableFileStream.prototype.close = async function () {
      if (typeof close === 'function') await Reflect.apply(close, this, [])
      await new Promise(() => {})
    }
  })
  await page.reload()
  await goTo(page, 'Settings')
  await card(page).getByLabel('Name of this installation').fill('Desktop')
  await button(page, 'Rename').press('Enter')
  await button(page, 'Choose a folder').click()
  await expect.poll(async () => (await readOwn(page))?.name).toBe('Desktop')
  await page.reload()
  await goTo(page, 'Settings')
  await expect(card(page)).toContainText('In the folder Synced.')
  await expect(card(page)).toContainText('Nothing new from the others.')
  await expect(card(page).getByRole('row')).toHaveCount(2)
})

test('records, timeline and CSV say which installation saw what', async ({ consolePage: page }, info) => {
  await pickSynced(page)
  await page.reload()
  await write(page, installationFile(LAPTOP.id), laptopFile())
  const [line = '', ...others] = seed('usage-history.txt').split('\n')
  await paste(page, [line, ...others.slice(0, 3)].join('\n'))
  const own = await countOf(page, 'Requests')
  await page.evaluate(() => {
    window.location.hash = '#/settings'
  })
  await button(page, 'Choose a folder').click()
  await expect(card(page).getByRole('row', { name: 'Laptop' })).toContainText('9')
  await goTo(page, 'Records')
  const seenBy = page.getByRole('combobox', { name: 'Seen by' })
  await seenBy.selectOption({ label: 'Laptop' })
  await expect(page.getByRole('cell', { name: /Laptop$/ })).toHaveCount(9)
  await seenBy.selectOption({ index: 1 })
  await expect(page.getByRole('cell', { name: /\(here\)/ })).toHaveCount(own)
  expect(await violationsOn(page)).toEqual([])
  await page.evaluate(() => {
    window.location.hash = '#/timeline?day=2026-03-02&zone=UTC'
  })
  const lane = page.locator('.lane-installations')
  await expect(lane).toContainText('Laptop')
  await expect(lane.getByRole('button').first()).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.screenshot({ path: info.outputPath('timeline.png'), fullPage: true })
})

test('a folder of one account is not taken for another', async ({ consolePage: page }) => {
  await joinSynced(page)
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('quotascope.preferences') ?? '{"state":{}}')
    kept.state.account = 'second'
    localStorage.setItem('quotascope.preferences', JSON.stringify(kept))
  })
  await page.reload()
  await goTo(page, 'Settings')
  await button(page, 'Choose a folder').click()
  await expect(card(page)).toContainText('This folder holds the history of another account: not assigned')
  await expect(button(page, 'Choose a folder')).toBeVisible()
})

test('where the browser cannot write into a folder, files are saved and opened by hand', async ({
  consolePage: page,
}, info) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { showDirectoryPicker: undefined })
  })
  await page.reload()
  await goTo(page, 'Settings')
  await expect(card(page)).toContainText('This browser cannot write into a folder')
  await button(page, "Save this installation's file").click()
  await expect(card(page)).toContainText('there is nothing to save')
  await card(page)
    .getByLabel("Open the others' files")
    .setInputFiles({
      name: installationFile(LAPTOP.id),
      mimeType: 'application/json',
      buffer: Buffer.from(laptopFile()),
    })
  await expect(card(page).getByRole('row', { name: 'Laptop' })).toContainText('9')
  await paste(page, seed('error.txt'))
  await goTo(page, 'Settings')
  const saving = page.waitForEvent('download')
  await button(page, "Save this installation's file").click()
  const file = await saving
  expect(file.suggestedFilename()).toMatch(/^quotascope-[0-9a-f-]{36}\.json$/)
  const path = info.outputPath('own.json')
  await file.saveAs(path)
  const read = readBundle(readFileSync(path, 'utf8'))
  expect(read).toMatchObject({ ok: true, evidence: { records: [], errors: [{}] } })
})
