import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../shared/time/clock.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { instant, writeInstant } from '../../shared/time/instant.ts'
import { serveReplica } from '../replica/serve-replica.ts'
import { seedScenario } from '../replica/seed-scenario.ts'
import { expect, test } from './browser/extension-fixture.ts'
import { keptValue } from './browser/extension-storage.ts'
import { accountsKept, countKept, dumpKept } from './browser/kept.ts'
import { extensionIdOf, extensionWithAllGranted, launchExtension } from './browser/launch-extension.ts'

const CONSOLE = 'https://www.kimi.com/code/console'
const POPUP = 'extension/popup/index.html'
const ROWS = 13
const KEY = 'sk-kimi-enteredbytheuser0815'

async function openOwn(context: BrowserContext, path = POPUP): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${await extensionIdOf(context)}/${path}`)
  return page
}

async function visit(context: BrowserContext, whileOpen = async () => {}): Promise<void> {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect(page.locator('quotascope-strip')).toContainText(`${ROWS} records kept`)
  await whileOpen()
  await page.close()
}

base('a browser that is closed and opened again has it all, and adds to it', async () => {
  base.setTimeout(120_000)
  const profile = mkdtempSync(join(tmpdir(), 'quotascope-'))
  const scenario = seedScenario()
  const before = await launchExtension(profile)
  await serveReplica(before, () => scenario)
  await visit(before)
  const kept = await countKept(await openOwn(before))
  await before.close()

  const after = await launchExtension(profile)
  await serveReplica(after, () => scenario)
  const own = await openOwn(after)
  await expect.poll(() => countKept(own)).toEqual(kept)
  // one account, and nothing left under a label of before, once the page has said whose it is
  await visit(after, async () => {
    await expect.poll(() => accountsKept(own)).toEqual([await keptValue(own, 'latestAccount')])
  })
  expect(await countKept(own)).toMatchObject({ records: ROWS })
  await after.close()
  rmSync(profile, { recursive: true, force: true })
})

test('a full disk: what was captured waits, the state is said, and nothing is lost once there is room', async ({
  browserWithExtension: context,
}) => {
  test.setTimeout(120_000)
  const own = await openOwn(context)
  const worker = context.serviceWorkers()[0]
  await worker?.evaluate(() => {
    const whole = ['add', 'put'].map((name) => [name, Reflect.get(IDBObjectStore.prototype, name)] as const)
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
    Object.assign(globalThis, {
      makeRoom: () => Object.assign(IDBObjectStore.prototype, Object.fromEntries(whole)),
    })
    Object.assign(IDBObjectStore.prototype, { add: full, put: full })
  })
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect.poll(() => keptValue(own, 'keepTrouble'), { timeout: 20_000 }).toMatchObject({ kind: 'full' })
  await expect(own.getByRole('alert')).toContainText('disk')
  expect(await countKept(own)).toEqual({})
  await worker?.evaluate(() => Reflect.get(globalThis, 'makeRoom')())
  await expect(page.locator('quotascope-strip')).toContainText(`${ROWS} records kept`, { timeout: 60_000 })
  await expect.poll(() => keptValue(own, 'keepTrouble')).toBeNull()
  expect(await countKept(own)).toMatchObject({ records: ROWS, snapshots: expect.any(Number) })
})

test('two windows that load at once keep one history', async ({ browserWithExtension: context }) => {
  const pages = await Promise.all([1, 2, 3].map(() => context.newPage()))
  await Promise.all(pages.map((page) => page.goto(CONSOLE)))
  for (const page of pages)
    await expect(page.locator('quotascope-strip')).toContainText(`${ROWS} records kept`, { timeout: 20_000 })
  const own = await openOwn(context)
  expect(await countKept(own)).toMatchObject({ records: ROWS })
})

const granted = base.extend<{ readonly context: BrowserContext }>({
  // oxlint-disable-next-line no-empty-pattern
  context: async ({}, use) => {
    const folder = extensionWithAllGranted()
    const profile = mkdtempSync(join(tmpdir(), 'quotascope-'))
    const context = await launchExtension(profile, folder)
    await serveReplica(context, () => seedScenario())
    await use(context)
    await context.close()
    for (const each of [folder, profile]) rmSync(each, { recursive: true, force: true })
  },
})

granted(
  'a key: read once, then not for five minutes; never shown, never beside the key’s place, and erased',
  async ({ context }) => {
    granted.setTimeout(120_000)
    const asked: string[] = []
    await context.route('https://api.kimi.com/**', async (route) => {
      asked.push(route.request().headers()['authorization'] ?? '')
      await route.fulfill({
        json: {
          user: { userId: 'user-planted-4711' },
          usage: { limit: '100', used: '33', remaining: '67', resetTime: '2026-03-08T09:20:45.248979Z' },
        },
      })
    })
    const own = await openOwn(context, 'extension/console/index.html#/settings')
    await own.getByLabel('Key', { exact: true }).fill(KEY)
    await own.getByRole('button', { name: 'Save the key' }).click()
    await expect(own.getByText('It works.')).toBeVisible()
    await expect(own.getByLabel('Replace the key')).toHaveValue('')
    expect(asked).toEqual([`Bearer ${KEY}`])
    expect(await countKept(own)).toMatchObject({ snapshots: 1 })

    await own.evaluate(() => chrome.alarms.create('usages', { delayInMinutes: 0 }))
    await own.getByLabel('Replace the key').fill(KEY)
    await own.getByRole('button', { name: 'Save the key' }).click()
    await own.waitForTimeout(1_000)
    expect(asked).toHaveLength(1)

    const kept = await dumpKept(own)
    expect(kept.split(KEY)).toHaveLength(2) // once: in the place that is for it
    expect(kept).not.toContain('user-planted-4711')
    expect(await own.content()).not.toContain(KEY)
    await own.getByRole('button', { name: 'Erase the key' }).click()
    await expect(own.getByText('It works.')).toBeHidden()
    await expect.poll(() => dumpKept(own)).not.toContain(KEY)
  },
)

granted('erase everything erases the extension’s storage, too', async ({ context }) => {
  granted.setTimeout(120_000)
  await context.route('https://api.kimi.com/**', (route) => route.fulfill({ status: 401, json: {} }))
  await visit(context)
  const own = await openOwn(context, 'extension/console/index.html#/settings')
  await own.getByLabel('Key', { exact: true }).fill(KEY)
  await own.getByRole('button', { name: 'Save the key' }).click()
  await expect(own.getByText('does not know this key')).toBeVisible()
  expect(await keptValue(own, 'installationKey')).toBeDefined()

  await own.getByRole('button', { name: 'Erase everything …' }).click()
  await own.getByLabel(/^Type/).fill('erase')
  await own.getByRole('button', { name: 'Erase everything', exact: true }).click()
  await expect(own.getByText('Everything is erased.')).toBeVisible()
  expect(await countKept(own)).toEqual({})
  const left = await own.evaluate(() => chrome.storage.local.get())
  expect(Object.keys(left).filter((name) => !['told'].includes(name))).toEqual([])
  expect(await dumpKept(own)).not.toContain(KEY)
})

granted('a switch shows at once what was chosen, and two in a row are both kept', async ({ context }) => {
  const own = await openOwn(context, 'extension/console/index.html#/settings')
  await expect(own.getByRole('checkbox', { name: 'Quiet hours' })).toBeVisible()
  await own.evaluate(() => {
    const send = chrome.runtime.sendMessage.bind(chrome.runtime)
    const slow = async (message: unknown): Promise<unknown> => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      return send(message)
    }
    Object.assign(chrome.runtime, { sendMessage: slow })
  })
  const names = ['I am blocked', 'service is back', 'Quiet hours', 'Auto-record www.kimi.ai']
  for (const name of names) await own.getByRole('checkbox', { name }).check({ timeout: 1_000 })
  await own.waitForTimeout(2_000)
  for (const name of names) await expect(own.getByRole('checkbox', { name })).toBeChecked()
  expect(await keptValue(own, 'settings')).toMatchObject({
    notices: { kinds: ['blocked', 'back'], quiet: { from: '22:00', to: '07:00' } },
  })
})

granted(
  'a notification for a block, once, and a badge; a click on it shows the block',
  async ({ context }) => {
    granted.setTimeout(120_000)
    const own = await openOwn(context, 'extension/console/index.html#/settings')
    const box = own.getByRole('checkbox', { name: 'I am blocked' })
    await box.click()
    await expect(box).toBeChecked()
    const worker = context.serviceWorkers()[0]
    const shown = () => own.evaluate(async () => Object.keys(await chrome.notifications.getAll()))
    const now = systemClock.now()
    const iso = (minutesAgo: number) =>
      writeInstant(instant(Math.floor(now / 1000) * 1000 - minutesAgo * MINUTE))
    const scenario = seedScenario()
    const refused = [2, 3, 4].map((ago, n) => ({
      requestId: `00000000-0000-4000-8000-00000000100${n}`,
      requestTime: iso(ago),
      userAgent: 'KimiCLI/1.16.0',
      success: false,
      httpStatusCode: 429,
      apiKeyName: null,
    }))
    await context.unroute('https://www.kimi.com/**')
    await serveReplica(context, () => ({ ...scenario, rows: [...refused, ...scenario.rows] }))
    const page = await context.newPage()
    await page.goto(CONSOLE)
    await expect.poll(shown, { timeout: 30_000 }).toHaveLength(1)
    expect(await worker?.evaluate(() => chrome.action.getBadgeText({}))).toBe('!')

    const [notice = ''] = await shown()
    // no test can press a notification of the system: the browser's event is sent by hand
    await worker?.evaluate((id) => {
      const { onClicked } = chrome.notifications
      Reflect.get(onClicked, 'dispatch').call(onClicked, id)
    }, notice)
    const [incident = ''] = notice.split(' ')
    await expect(own).toHaveURL(new RegExp(`#/incidents\\?incident=${encodeURIComponent(incident)}$`))
    await expect(own.getByRole('heading', { name: /refused|blocked/i }).first()).toBeVisible()
    await expect.poll(shown).toEqual([])

    await page.reload()
    await expect(page.locator('quotascope-strip')).toContainText('records kept')
    await own.waitForTimeout(4_000)
    expect(await shown()).toEqual([])
  },
)
