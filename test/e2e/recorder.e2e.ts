import type { BrowserContext, Page } from '@playwright/test'
import type { RecorderState } from '../../shared/recorder/recorder-state.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { expect, test } from './browser/extension-fixture.ts'
import { keptGaps, passTime, recorderState } from './browser/extension-storage.ts'
import { countKept } from './browser/kept.ts'

const CONSOLE = 'https://www.kimi.com/code/console'
const POPUP = 'extension/popup/index.html'
const SITE = 'www.kimi.com'

const stateOf = (own: Page) => recorderState(own, SITE)
const wait = (own: Page, minutes: number): Promise<void> => passTime(own, SITE, minutes * MINUTE)

const expectPhase = (own: Page, phase: RecorderState['phase']) =>
  expect.poll(async () => (await stateOf(own)).phase, { timeout: 30_000 }).toBe(phase)

const lastGap = async (own: Page) => (await keptGaps(own)).at(-1)

const consoleTabs = (context: BrowserContext) =>
  context.pages().filter((page) => page.url().startsWith('https://www.kimi.com/'))

/**
 * The first request of a tab that an extension opens is out before Playwright can route it to the replica; all later ones
 * are routed. So the tab is loaded once more by hand, whenever the recorder opens one.
 */
function loadTabsAgain(context: BrowserContext): void {
  const loadAgain = async (page: Page) => {
    await page.waitForLoadState('domcontentloaded') // also when it has long been so
    if (page.url().startsWith('chrome-error://')) await page.goto(CONSOLE)
  }
  // the recorder may close its tab meanwhile
  context.on('page', (page) => void loadAgain(page).catch(() => undefined))
}

async function startRecording(context: BrowserContext, own: Page): Promise<void> {
  loadTabsAgain(context)
  await own.getByRole('checkbox', { name: `Auto-record ${SITE}` }).check()
  await expectPhase(own, 'resting')
}

test('opens one tab of its own, reloads it when it is due, and touches no other', async ({
  browserWithExtension: context,
  openExtensionPage,
}) => {
  const users = await context.newPage()
  await users.goto(CONSOLE)
  await users.evaluate(() => document.documentElement.setAttribute('data-mine', 'yes'))
  const own = await openExtensionPage(POPUP)
  await startRecording(context, own)
  expect(consoleTabs(context)).toHaveLength(2)
  const [recorders] = consoleTabs(context).filter((page) => page !== users)
  await recorders?.evaluate(() => document.documentElement.setAttribute('data-mine', 'yes'))

  await wait(own, 20)
  await expect.poll(async () => recorders?.locator('html').getAttribute('data-mine')).toBeNull()
  await expectPhase(own, 'resting')
  expect((await stateOf(own)).page.length).toBeGreaterThan(0)
  await expect(users.locator('html')).toHaveAttribute('data-mine', 'yes')
  expect(consoleTabs(context)).toHaveLength(2)
})

test('one click stops it and closes its tab; the gap is written down', async ({
  browserWithExtension: context,
  openExtensionPage,
}) => {
  const own = await openExtensionPage(POPUP)
  await startRecording(context, own)
  await own.getByRole('button', { name: 'Pause' }).click()
  await expectPhase(own, 'stopped')
  await expect.poll(() => consoleTabs(context).length).toBe(0)
  const gaps = await keptGaps(own)
  expect(gaps).toMatchObject([{ site: SITE, reason: 'user', to: null }])

  const kept = await countKept(own)
  const users = await context.newPage()
  await users.goto(CONSOLE)
  await expect(users.locator('quotascope-strip')).toContainText('Paused: nothing is kept')
  expect(await countKept(own)).toEqual(kept)
  await own.getByRole('button', { name: 'Resume' }).first().click()
  await expect.poll(async () => (await stateOf(own)).phase).not.toBe('stopped')
})

test('no answers: leaves it alone the first time, stops the second and says so, and goes on when the console works', async ({
  browserWithExtension: context,
  openExtensionPage,
  stage,
}) => {
  const own = await openExtensionPage(POPUP)
  await startRecording(context, own)
  const { faults } = stage.scenario
  stage.scenario = { ...stage.scenario, faults: { '*': { kind: 'status', status: 503 } } }
  for (const failures of [1, 2]) {
    await wait(own, 60)
    await expectPhase(own, 'reading')
    await wait(own, 1)
    await expect.poll(async () => (await stateOf(own)).failures).toBe(failures)
  }
  await expectPhase(own, 'stopped')
  await expect(own.locator('.said').first()).toContainText('stopped')
  expect(consoleTabs(context)).toHaveLength(0)

  stage.scenario = { ...stage.scenario, faults }
  await wait(own, 10)
  const users = await context.newPage()
  await users.goto(CONSOLE)
  await expectPhase(own, 'resting')
  const gaps = await keptGaps(own)
  expect(gaps.at(-1)).toMatchObject({ joined: true, to: expect.any(Number) })
})

test('a page that asks to sign in stops it at once, with a hole, and it goes on after the sign-in', async ({
  browserWithExtension: context,
  openExtensionPage,
  stage,
}) => {
  const own = await openExtensionPage(POPUP)
  await startRecording(context, own)
  stage.scenario = { ...stage.scenario, signedIn: false }
  await wait(own, 60)
  await expectPhase(own, 'stopped')
  expect(await stateOf(own)).toMatchObject({ reason: 'signed_out', failures: 0 })
  await expect(own.locator('.said').first()).toContainText('the page asks to sign in')
  await expect.poll(() => consoleTabs(context).length).toBe(0)
  await expect.poll(() => lastGap(own)).toMatchObject({ reason: 'signed_out', to: null })

  stage.scenario = { ...stage.scenario, signedIn: true }
  await wait(own, 10)
  const users = await context.newPage()
  await users.goto(CONSOLE)
  await expectPhase(own, 'resting')
  await expect.poll(() => lastGap(own)).toMatchObject({ joined: true, to: expect.any(Number) })
})

test('a tab that the browser discards is a failed read with its reason, and is loaded again', async ({
  browserWithExtension: context,
  openExtensionPage,
  stage,
}) => {
  const own = await openExtensionPage(POPUP)
  await startRecording(context, own)
  const { faults } = stage.scenario
  stage.scenario = { ...stage.scenario, faults: { ListUnifiedRequests: { kind: 'slow', ms: 50_000 } } }
  await wait(own, 60)
  await expectPhase(own, 'reading')
  const { tab } = await stateOf(own)
  await own.evaluate((id) => chrome.tabs.discard(id), tab ?? -1)
  // the browser gives the tab another id, and tells of it: in life long before the alarm rings
  await expect.poll(async () => (await stateOf(own)).tab).not.toBe(tab)
  await wait(own, 1)
  await expect.poll(() => stateOf(own)).toMatchObject({ phase: 'resting', failures: 1 })
  await expect.poll(() => lastGap(own)).toMatchObject({ reason: 'held_up', to: null })

  stage.scenario = { ...stage.scenario, faults }
  await wait(own, 60)
  await expect.poll(() => stateOf(own)).toMatchObject({ phase: 'resting', failures: 0 })
  await expect.poll(() => lastGap(own)).toMatchObject({ joined: true, to: expect.any(Number) })
})

test('a killed worker goes on where it was, and a closed tab stops it', async ({
  browserWithExtension: context,
  openExtensionPage,
  killWorker,
}) => {
  const own = await openExtensionPage(POPUP)
  test.setTimeout(150_000)
  await startRecording(context, own)
  const { visited } = await stateOf(own)
  await killWorker()
  await wait(own, 20)
  await expect
    .poll(async () => (await stateOf(own)).visited, { timeout: 30_000 })
    .toBeGreaterThan(visited ?? 0)
  await expectPhase(own, 'resting')
  await killWorker()
  for (const page of consoleTabs(context)) await page.close()
  await expectPhase(own, 'stopped')
  expect((await stateOf(own)).reason).toBe('tab_closed')
})

test('no page of Kimi’s can switch anything', async ({
  browserWithExtension: context,
  openExtensionPage,
}) => {
  const own = await openExtensionPage(POPUP)
  const users = await context.newPage()
  await users.goto(CONSOLE)
  await expect(users.locator('quotascope-strip')).toBeVisible()
  const session = await context.newCDPSession(users)
  const worlds: number[] = []
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin.startsWith('chrome-extension://')) worlds.push(id)
  })
  await session.send('Runtime.enable')
  await expect.poll(() => worlds.length).toBeGreaterThan(0)
  // Even the content script's own world is refused.
  for (const command of [
    { kind: 'record', site: SITE, on: true },
    { kind: 'pause', on: true },
    { kind: 'status' },
    { kind: 'erase_storage' },
  ]) {
    const { result } = await session.send('Runtime.evaluate', {
      contextId: worlds[0] ?? 0,
      awaitPromise: true,
      returnByValue: true,
      expression: `chrome.runtime.sendMessage(${JSON.stringify(command)})`,
    })
    expect(result.value).toMatchObject({ ok: false, again: false })
  }
  const { result } = await session.send('Runtime.evaluate', {
    contextId: worlds[0] ?? 0,
    awaitPromise: true,
    returnByValue: true,
    expression: `chrome.storage.local.get().then(() => 'read', () => 'refused')`,
  })
  expect(result.value).toBe('refused')
  expect((await stateOf(own)).phase).toBe('off')
})
