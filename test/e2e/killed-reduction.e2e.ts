import { fileURLToPath } from 'node:url'
import { bundleScript } from '../bundle-script.ts'
import { expect, test } from './browser/extension-fixture.ts'

/** How often the worker is killed: `KILLS=100 npx playwright test … killed-reduction`. */
const KILLS = Number(process.env['KILLS'] ?? 3)
const TEXTS = 100

test('the worker killed while it reads earlier texts again and reduces them: all are read, once, and reduced', async ({
  openExtensionPage,
  killWorker,
}) => {
  test.setTimeout(60_000 + KILLS * 10_000)
  const own = await openExtensionPage('manifest.json')
  const script = await bundleScript(
    fileURLToPath(new URL('earlier-texts.ts', import.meta.url)),
    'earlierTexts',
  )
  const run = async (call: string): Promise<unknown> =>
    own.evaluate(`(() => { ${script}; return earlierTexts })().${call}`)
  const isDone = () =>
    own.evaluate(async () => {
      const { reduced } = await chrome.storage.local.get<{ reduced: { offered: unknown } }>('reduced')
      return reduced.offered === null
    })
  const wake = () =>
    own.evaluate(() => void chrome.runtime.sendMessage({ kind: 'status' }).catch(() => undefined))

  let texts = 0
  let hit = 0
  const write = async () => {
    await killWorker()
    await run(`writeEarlierTexts(${texts}, ${TEXTS})`)
    texts += TEXTS
    // the user was offered a backup, and has said that it may begin
    const reduced = { rules: 2, after: null, offered: 1, reading: null, done: 0, allowed: true }
    await own.evaluate((known) => chrome.storage.local.set({ reduced: known }), reduced)
  }
  const expectAll = async () => {
    await wake()
    await expect.poll(isDone, { timeout: 30_000 }).toBe(true)
    const all = { texts, planted: 0, setAside: 0, readings: texts }
    expect(await run('earlierTextsKept()')).toEqual(all)
  }
  await write()
  for (let kill = 0; kill < KILLS; kill += 1) {
    await wake()
    await new Promise((resolve) => setTimeout(resolve, 50 + ((kill * 97) % 400)))
    await killWorker()
    if (!(await isDone())) hit += 1
    else {
      await expectAll()
      await write()
    }
  }
  await expectAll()
  test.info().annotations.push({ type: 'kills before it was done', description: String(hit) })
})
