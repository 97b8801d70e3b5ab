import type { Page } from '@playwright/test'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { evidenceWith, refusal } from '../analyse/build.ts'
import { at } from '../time/given.ts'
import { violationsOn } from './browser/axe.ts'
import { expect, goTo, paste, seed, test } from './browser/console-fixture.ts'

/** Several accounts as witnesses: who was refused within the same minutes. */

const refused = (name: string, time: string) => ({
  name: `${name}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(
    writeBundle(evidenceWith({ errors: [refusal('overloaded', time)] }), {
      writtenAt: at('2026-03-09T00:00:00Z'),
      zone: 'unknown',
    }),
  ),
})
const TEAM = [
  refused('anton', '2026-03-08T12:00:00Z'),
  refused('berta', '2026-03-08T12:02:00Z'),
  refused('carl', '2026-03-08T11:58:00Z'),
]

const open = (page: Page, files: readonly (typeof TEAM)[number][]) =>
  page.getByLabel('Open bundles').setInputFiles([...files])

test('nobody to compare, one alone, three that were refused at once, and a file that cannot be read', async ({
  consolePage: page,
}) => {
  await goTo(page, 'Accounts')
  await expect(page.getByRole('heading', { name: 'No account to compare yet' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await open(page, TEAM.slice(0, 1))
  await expect(page.getByRole('heading', { name: 'One account alone has no witness' })).toBeVisible()
  await open(page, TEAM.slice(1))
  const row = page.getByRole('row', { name: /05:00.* anton/ })
  await expect(row).toContainText('supported')
  await expect(row).toContainText('berta, carl')
  await expect(page.getByRole('status').filter({ hasText: 'In 3 the accounts together' })).toBeVisible()

  await open(page, [
    {
      name: 'dora.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"schema":"quotascope/bundle@4",'),
    },
  ])
  await expect(page.getByText('dora.json was left out')).toBeVisible()
  await expect(row).toContainText('supported')
  expect(await violationsOn(page)).toEqual([])

  await page.getByLabel('carl (file)').press('Space')
  await expect(row).not.toContainText('carl')
  await expect(row).toContainText('consistent')
})

test('while it is worked out the page says so; what goes wrong is said, and can be tried again', async ({
  consolePage: page,
}) => {
  await page.addInitScript(() => {
    let isAnswering = false
    class Held extends Worker {
      override postMessage(message: { readonly operation?: string; readonly id?: number }): void {
        if (message.operation !== 'together' || isAnswering) {
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to aim at
          super.postMessage(message)
          return
        }
        const failure = { name: 'Error', message: 'out of memory', store: null }
        window.addEventListener('fail now', () => {
          isAnswering = true
          this.dispatchEvent(
            new MessageEvent('message', { data: { kind: 'failed', id: message.id, failure } }),
          )
        })
      }
    }
    Object.assign(globalThis, { Worker: Held })
  })
  await page.reload()
  await goTo(page, 'Accounts')
  await open(page, TEAM)
  await expect(page.getByRole('status').filter({ hasText: 'Comparing the accounts…' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.evaluate(() => window.dispatchEvent(new Event('fail now')))
  const said = page.getByRole('alert').filter({ hasText: 'The accounts could not be compared' })
  await expect(said).toContainText('out of memory')
  expect(await violationsOn(page)).toEqual([])
  await said.getByRole('button').click()
  await expect(page.getByRole('heading', { name: 'What 3 accounts say together' })).toBeVisible()
  await expect(said).toHaveCount(0)
})

test('what the accounts say together changes no account: its incidents are what they were', async ({
  consolePage: page,
}) => {
  await paste(page, seed('error.txt'))
  await goTo(page, 'Incidents')
  const before = await page.getByRole('main').innerText()
  await goTo(page, 'Accounts')
  await open(page, TEAM)
  await expect(page.getByRole('heading', { name: /accounts say together/ })).toBeVisible()
  await goTo(page, 'Incidents')
  expect(await page.getByRole('main').innerText()).toBe(before)
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`${colorScheme}, in Chinese, narrow`, () => {
    test.use({
      colorScheme,
      locale: 'zh-CN',
      viewport: { width: 360, height: 740 },
      contextOptions: { reducedMotion: 'reduce' },
    })
    test('the result can be read, and nothing is wider than the screen', async ({
      consolePage: page,
    }, info) => {
      await page.evaluate(() => {
        window.location.hash = '#/accounts'
      })
      await page.getByLabel('打开证据包').setInputFiles(TEAM)
      await expect(page.getByRole('row')).toHaveCount(4)
      expect(await violationsOn(page)).toEqual([])
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider).toBeLessThanOrEqual(0)
      await page.screenshot({ path: info.outputPath('accounts.png'), fullPage: true })
    })
  })
