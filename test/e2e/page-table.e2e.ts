import { seedScenario } from '../replica/seed-scenario.ts'
import { simulatedConsole } from '../replica/simulated-scenario.ts'
import { PLANTED, type Scenario } from '../replica/scenario.ts'
import { hurryContentScript } from './browser/extension-clock.ts'
import { expect, test } from './browser/extension-fixture.ts'
import { accountsKept, countKept, dumpKept } from './browser/kept.ts'

/* The page's answers cannot be had: the services are called by other names. Then what it shows is read. */

const CONSOLE = 'https://www.kimi.com/code/console'
const ROWS = 13
/** The page is read at most every two seconds, and called unknown after eight. */
const HURRY = 10

for (const [name, look] of [
  ['a table', {}],
  ['a Chinese table with other dates', { language: 'zh', dates: 'dash' }],
  ['blocks without heads of a table', { markup: 'blocks' }],
  ['a table with other columns in another order', { markup: 'reordered', language: 'zh' }],
] as const satisfies readonly (readonly [string, Partial<Scenario>])[])
  test(`rows, meters and devices come from the page: ${name}`, async ({
    browserWithExtension: context,
    stage,
    openExtensionPage,
  }) => {
    stage.scenario = seedScenario({ ...look, services: 'moved' })
    const page = await context.newPage()
    await page.goto(CONSOLE)
    await expect(page.locator('quotascope-strip .records')).toContainText(String(ROWS), { timeout: 20_000 })
    const own = await openExtensionPage('extension/popup/index.html')
    await expect
      .poll(() => countKept(own), { timeout: 20_000 })
      .toMatchObject({ records: ROWS, snapshots: 1 })
    expect((await countKept(own))['rejects'] ?? 0).toBe(0)
    await expect.poll(() => dumpKept(own)).toContain('workstation')
  })

test('an answer that has changed its shape is read off the page; a page that names nobody waits beside the account', async ({
  browserWithExtension: context,
  stage,
  openExtensionPage,
}) => {
  stage.scenario = seedScenario({ faults: { ListUnifiedRequests: { kind: 'broken' } }, services: 'moved' })
  const page = await context.newPage()
  await page.goto(CONSOLE)
  // the page itself shows no rows of a broken answer; the next load gives them by the table and names nobody, the one after
  // gives them by the service and says who is signed in: only the reader can say that both are one account
  stage.scenario = seedScenario({ services: 'moved' })
  await page.goto(CONSOLE)
  await expect(page.locator('quotascope-strip .records')).toHaveText(`${ROWS} records kept`, {
    timeout: 20_000,
  })
  stage.scenario = seedScenario()
  await page.goto(CONSOLE)
  const own = await openExtensionPage('extension/popup/index.html')
  await expect
    .poll(() => countKept(own), { timeout: 20_000 })
    .toMatchObject({ records: 2 * ROWS, snapshots: 4 })
  expect(await accountsKept(own)).toEqual([
    expect.stringMatching(/^account-/),
    expect.stringMatching(/^provisional-/),
  ])
  await expect(page.locator('quotascope-strip .records')).toHaveText(`${ROWS} records kept`)
})

test('a virtual list is put together while it is scrolled', async ({
  browserWithExtension: context,
  stage,
  openExtensionPage,
}) => {
  const { world, at } = simulatedConsole(3)
  stage.scenario = at(world.scenario.end, { services: 'moved', list: 'virtual' })
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await hurryContentScript(context, page, HURRY)
  const strip = page.locator('quotascope-strip .records')
  await expect(strip).toHaveText(/^1\d records kept$/, { timeout: 20_000 })
  const own = await openExtensionPage('extension/popup/index.html')
  await page.bringToFront()
  const kept = async () => (await countKept(own))['records'] ?? 0
  for (let top = 300, before = await kept(); before < 100; top += 300, before = await kept()) {
    await page.locator('.virtual').evaluate((list, to) => list.scrollTo(0, to), top)
    await expect.poll(kept, { message: `scrolled to ${top}` }).toBeGreaterThan(before)
  }
  expect(await kept()).toBe(100)
})

test('the membership page is read, shares and meters', async ({
  browserWithExtension: context,
  stage,
  openExtensionPage,
}) => {
  stage.scenario = seedScenario({ services: 'moved', language: 'zh' })
  const page = await context.newPage()
  await page.goto('https://www.kimi.com/membership/subscription?tab=quota')
  const own = await openExtensionPage('extension/popup/index.html')
  await expect.poll(() => countKept(own), { timeout: 20_000 }).toMatchObject({ snapshots: 1 })
  expect(await dumpKept(own)).toContain('0.01%')
})

test('what single calls took comes from the service behind the membership page, and its list is not needed', async ({
  browserWithExtension: context,
  stage,
  openExtensionPage,
}) => {
  stage.scenario = seedScenario()
  const page = await context.newPage()
  await page.goto('https://www.kimi.com/membership/subscription?tab=quota')
  const own = await openExtensionPage('extension/popup/index.html')
  await expect.poll(() => countKept(own), { timeout: 20_000 }).toMatchObject({ costs: ROWS, snapshots: 1 })
  const kept = await dumpKept(own)
  expect(kept).toContain('ListBalanceActions')
  expect(kept).not.toContain('membership_text')
  for (const planted of [PLANTED.keyId, PLANTED.payment]) expect(kept).not.toContain(planted)
})

test('a layout that is not recognised says so, and a page that asks to sign in does not', async ({
  browserWithExtension: context,
  stage,
}) => {
  stage.scenario = seedScenario({ services: 'moved', faults: { '*': { kind: 'status', status: 500 } } })
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await hurryContentScript(context, page, HURRY)
  const strip = page.locator('quotascope-strip')
  await expect(strip).toContainText('Page layout not recognised', { timeout: 30_000 })
  await expect(strip).toContainText('quota cards')
  stage.scenario = seedScenario({ signedIn: false })
  await page.goto(CONSOLE)
  await hurryContentScript(context, page, HURRY)
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible()
  await page.waitForTimeout(30_000 / HURRY)
  await expect(strip).not.toContainText('not recognised')
})
