import { HELLO } from '../../extension/content/handover.ts'
import { systemClock } from '../../shared/time/clock.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { later } from '../../shared/time/instant.ts'
import { PLANTED, type Scenario } from '../replica/scenario.ts'
import { seedScenario } from '../replica/seed-scenario.ts'
import { countOf } from './browser/console-fixture.ts'
import { setExtensionClock } from './browser/extension-clock.ts'
import { expect, test } from './browser/extension-fixture.ts'
import { accountsKept, countKept, dumpKept } from './browser/kept.ts'
import { historyRows } from './browser/replica-page.ts'

const CONSOLE = 'https://www.kimi.com/code/console'
const ROWS = 13

test('the console page shows what it showed, and the strip says what is kept', async ({
  browserWithExtension: context,
  openExtensionPage,
}) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect(historyRows(page)).toHaveCount(ROWS)
  const strip = page.locator('quotascope-strip')
  await expect(strip.locator('.records')).toHaveText(`${ROWS} records kept`)
  await expect(strip.locator('.meter').first()).toContainText('2 % used')
  await expect(strip.locator('.verdict')).toContainText('Mon 2 Mar')
  expect(await strip.evaluate((node) => node.previousElementSibling?.className)).toBe('cards')

  const own = await openExtensionPage('extension/popup/index.html')
  expect(await countKept(own)).toMatchObject({ records: ROWS, snapshots: 3 })
  await expect(own.locator('.records')).toHaveText(`${ROWS} records kept`)
  await expect(own.locator('quotascope-strip')).toContainText('Records while a console page is open')
})

test('a killed worker loses nothing and doubles nothing', async ({
  browserWithExtension: context,
  openExtensionPage,
  killWorker,
}) => {
  const page = await context.newPage()
  for (let visit = 0; visit < 3; visit++) {
    await killWorker()
    await page.goto(CONSOLE)
    await expect(page.locator('html')).toHaveAttribute('data-loaded', 'yes')
    await killWorker()
    await expect(page.locator('quotascope-strip .records')).toHaveText(`${ROWS} records kept`)
  }
  const own = await openExtensionPage('extension/popup/index.html')
  expect(await countKept(own)).toMatchObject({ records: ROWS })
})

test('the console page of the extension shows the block and the zone that the reader sits in', async ({
  browserWithExtension: context,
  openExtensionPage,
}) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect(page.locator('quotascope-strip .records')).toHaveText(`${ROWS} records kept`)
  const opened = context.waitForEvent('page')
  await page.locator('quotascope-strip button.open').click()
  const own = await opened
  await expect(own.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()
  await expect(own.getByText('Mon 2 Mar, 15:19–16:22').first()).toBeVisible()
  await own.close()
  const again = await openExtensionPage('extension/console/index.html#/records')
  await expect(again.getByText('KimiCLI/1.16.0').first()).toBeVisible()
})

test('it also works when the app goes to the console without loading a page', async ({
  browserWithExtension: context,
}) => {
  const page = await context.newPage()
  await page.goto('https://www.kimi.com/chat')
  await expect(page.locator('quotascope-strip')).toHaveCount(0)
  await page.getByRole('link', { name: 'Kimi Code' }).click()
  await expect(page.getByRole('heading', { name: /code agent/ })).toBeVisible()
  await page.getByRole('link', { name: 'Console' }).click()
  await expect(page.locator('quotascope-strip .records')).toHaveText(`${ROWS} records kept`)
})

test('no token, key, account id or payment data is kept anywhere', async ({
  browserWithExtension: context,
  openExtensionPage,
}) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect(page.locator('quotascope-strip .records')).toHaveText(`${ROWS} records kept`)
  const own = await openExtensionPage('extension/popup/index.html')
  const kept = await dumpKept(own)
  expect(kept).toContain('KimiCLI/1.16.0') // the search looks where things are
  for (const [name, secret] of Object.entries(PLANTED)) expect(kept.includes(secret), name).toBe(false)
})

test('a hostile page gets nowhere, and is counted', async ({
  browserWithExtension: context,
  openExtensionPage,
}) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect(page.locator('quotascope-strip .records')).toHaveText(`${ROWS} records kept`)
  await page.evaluate((hello) => {
    const { port1, port2 } = new MessageChannel()
    window.postMessage(hello, '*', [port2])
    port1.postMessage({
      method: 'ListUnifiedRequests',
      ok: true,
      text: '{"requests":[{"requestId":"forged"}]}',
    })
    window.postMessage(hello, '*')
    window.postMessage({ kind: 'capture', id: 'forged' }, '*')
  }, HELLO)
  const own = await openExtensionPage('extension/popup/index.html')
  await expect
    .poll(() => own.evaluate(async () => (await chrome.storage.local.get('refused'))['refused']))
    .toBeGreaterThanOrEqual(2)
  expect(await countKept(own)).toMatchObject({ records: ROWS })
  expect(await dumpKept(own)).not.toContain('forged')
})

test('two accounts are kept apart', async ({ browserWithExtension: context, stage, openExtensionPage }) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect(page.locator('quotascope-strip .records')).toHaveText(`${ROWS} records kept`)
  const other = seedScenario()
  stage.scenario = {
    ...other,
    accountId: 'user-another',
    rows: other.rows
      .slice(0, 2)
      .map((row, n) => ({ ...row, requestId: `11111111-0000-4000-8000-00000000000${n}` })),
  }
  await page.goto(CONSOLE)
  await expect(page.locator('quotascope-strip .records')).toHaveText('2 records kept')
  const own = await openExtensionPage('extension/popup/index.html')
  expect(await countKept(own)).toMatchObject({ records: ROWS + 2 })
})

test('a console that never says who is signed in keeps one history, in whichever tab it is', async ({
  browserWithExtension: context,
  stage,
  openExtensionPage,
}) => {
  stage.scenario = { ...seedScenario(), faults: { GetCurrentUser: { kind: 'broken' } } }
  for (let tab = 0; tab < 2; tab += 1) {
    const page = await context.newPage()
    await page.goto(CONSOLE)
    await expect(page.locator('quotascope-strip .records')).toHaveText(`${ROWS} records kept`)
    // pages are put together once they have had a minute to say whose they are
    if (tab === 1) await setExtensionClock(context, page, later(systemClock.now(), 2 * MINUTE))
  }
  const own = await openExtensionPage('extension/popup/index.html')
  await own.evaluate(() => chrome.alarms.create('catch-up', { delayInMinutes: 0 }))
  await expect.poll(() => accountsKept(own), { timeout: 60_000 }).toHaveLength(1)
  expect(await countKept(own)).toMatchObject({ records: ROWS })
})

test('strip and popup lead to the console of their own account, open already or not', async ({
  browserWithExtension: context,
  stage,
  openExtensionPage,
}) => {
  const page = await context.newPage()
  const records = page.locator('quotascope-strip .records')
  const show = async (scenario: Scenario) => {
    stage.scenario = scenario
    await page.goto(CONSOLE)
    await expect(records).toHaveText(`${scenario.rows.length} records kept`)
  }
  const open = async (button: 'open' | 'why') => {
    const opened = context.waitForEvent('page')
    await page.locator(`quotascope-strip button.${button}`).click()
    return opened
  }
  const first = seedScenario()
  const another = {
    ...first,
    accountId: 'user-another',
    rows: first.rows
      .slice(0, -1)
      .map((row, n) => ({ ...row, requestId: `11111111-0000-4000-8000-0000000000${10 + n}` })),
  }
  await show(first)
  const own = await open('open')
  const list = own.getByRole('navigation', { name: 'All incidents' })
  await expect(list.getByRole('link').first()).toBeVisible()
  expect(await countOf(own, 'Requests')).toBe(ROWS)

  await show(another)
  await page.locator('quotascope-strip button.why').click()
  await expect(list.getByRole('link', { name: 'Mon 2 Mar' }).first()).toHaveAttribute('aria-current', 'true')
  expect(own.url()).toMatch(/#\/incidents\?incident=incident%3A[0-9a-f]+$/)
  expect(await countOf(own, 'Requests')).toBe(ROWS - 1)

  await show(first)
  await page.locator('quotascope-strip button.open').click()
  await expect(own.getByRole('link', { name: new RegExp(`^Requests ?${ROWS}$`) })).toBeVisible()
  expect(own.url()).toMatch(/#\/records$/)
  await own.close()

  await show(another)
  const again = await open('why')
  await expect(again.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()
  expect(again.url()).toMatch(/#\/incidents\?incident=incident%3A[0-9a-f]+$/)
  expect(await countOf(again, 'Requests')).toBe(ROWS - 1)

  await show(first)
  const popup = await openExtensionPage('extension/popup/index.html')
  await expect(popup.locator('.records')).toHaveText(`${ROWS} records kept`)
  await popup.locator('#open').click()
  await expect(again.getByRole('link', { name: new RegExp(`^Requests ?${ROWS}$`) })).toBeVisible()
})

test('Chinese page, Chinese strip; keyboard collapses it', async ({
  browserWithExtension: context,
  stage,
}) => {
  stage.scenario = seedScenario({ language: 'zh', dark: true })
  const page = await context.newPage()
  await page.goto(CONSOLE)
  const strip = page.locator('quotascope-strip')
  await expect(strip.locator('.records')).toHaveText(`已保存 ${ROWS} 条记录`)
  await expect(strip).toHaveAttribute('data-theme', 'dark')
  await strip.locator('button.toggle').focus()
  await page.keyboard.press('Escape')
  await expect(strip.locator('.strip')).toHaveClass(/collapsed/)
  await expect(strip.locator('button.toggle')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(strip.locator('.meters')).toBeVisible()
})
