import { fileURLToPath } from 'node:url'
import { bundleScript } from '../bundle-script.ts'
import { seedScenario } from '../replica/seed-scenario.ts'
import { expect, test } from './browser/extension-fixture.ts'
import { HANDED, handingOver } from './hand-over.ts'
import { countKept } from './browser/kept.ts'
import { historyRows } from './browser/replica-page.ts'

const CONSOLE = 'https://www.kimi.com/code/console'
const PAGES = 1_000
const { EVERY, STEP } = HANDED
/** How often the worker is killed on the way: `KILLS=500 npx playwright test … a-thousand-pages`. */
const KILLS = Number(process.env['KILLS'] ?? 10)

/** Kills the worker so many times, each time after a moment in which a message may have started another. */
async function killAgainAndAgain(killWorker: () => Promise<void>, times: number): Promise<void> {
  for (let kill = 0; kill < times; kill += 1) {
    await killWorker()
    await new Promise((resolve) => setTimeout(resolve, 50 + (kill % 7) * 100))
  }
}

test('a thousand pages give exactly their rows and holes, whenever the worker is killed', async ({
  browserWithExtension: context,
  openExtensionPage,
  killWorker,
  stage,
}) => {
  test.setTimeout(900_000)
  stage.scenario = seedScenario({ rows: [] })
  const page = await context.newPage()
  await page.goto(CONSOLE)
  const hand = await handingOver(context, page)
  for (let from = 0; from < PAGES; from += EVERY) {
    const killed = killAgainAndAgain(killWorker, (KILLS * EVERY) / PAGES)
    await hand(from, from + EVERY)
    await killed
  }
  const own = await openExtensionPage('extension/popup/index.html')
  const account = await own.evaluate(
    async () => (await chrome.storage.local.get('latestAccount'))['latestAccount'],
  )
  const script = await bundleScript(
    fileURLToPath(new URL('browser/kept-coverage.ts', import.meta.url)),
    'keptEvidence',
  )
  const keptNow = async (): Promise<unknown> =>
    own.evaluate(`(() => { ${script}; return keptEvidence })().keptCoverage(${JSON.stringify(account)})`)
  // 1,000 pages that each bring 50 new rows, the first 50 more; nine leaps bring 50 more each, and leave 50 unseen
  const leaps = PAGES / EVERY - 1
  // what was acknowledged last may still wait for being parsed, by a worker that was killed on the way
  await expect.poll(keptNow, { timeout: 60_000 }).toMatchObject({
    records: PAGES * STEP + STEP + leaps * STEP,
    observed: leaps + 1,
    waiting: 0,
    setAside: 0,
  })
  const kept = await keptNow()
  const holes: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'holes') : null
  expect(holes).toHaveLength(leaps)
})

test('the same page read ten times, the worker killed between every two steps: nothing lost, nothing doubled', async ({
  browserWithExtension: context,
  openExtensionPage,
  killWorker,
}) => {
  test.setTimeout(300_000)
  const page = await context.newPage()
  for (let visit = 0; visit < 10; visit++) {
    await killWorker()
    await page.goto(CONSOLE)
    await killWorker()
    await expect(historyRows(page)).toHaveCount(13)
    await killWorker()
    await expect(page.locator('quotascope-strip .records'), `visit ${visit}`).toHaveText('13 records kept', {
      timeout: 20_000,
    })
  }
  const own = await openExtensionPage('extension/popup/index.html')
  expect(await countKept(own)).toMatchObject({ records: 13 })
})
