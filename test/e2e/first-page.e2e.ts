import { openReplica } from '../replica/open-chromium.ts'
import { seedScenario } from '../replica/seed-scenario.ts'
import { violationsOn } from './browser/axe.ts'
import { expect, test } from './browser/extension-fixture.ts'

test.setTimeout(120_000) // a busy machine with two cores takes its time

test('installing opens a page that says in three steps what to do', async () => {
  const { context, close } = await openReplica(() => seedScenario(), { firstPage: 'open' })
  const isFirst = () => context.pages().find((page) => page.url().includes('/extension/console/'))
  await expect.poll(() => isFirst() !== undefined).toBe(true)
  const page = isFirst()
  if (!page) throw new Error('no page was opened')
  const steps = page.locator('.first-steps').getByRole('listitem')
  await expect(steps).toHaveCount(3)
  await expect(steps.nth(2)).toContainText('When you are blocked')
  await expect(page.getByRole('link', { name: 'Import evidence' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.screenshot({ path: test.info().outputPath('first-page.png') })
  await close()
})
