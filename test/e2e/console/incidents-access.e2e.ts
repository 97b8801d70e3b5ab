import type { Page } from '@playwright/test'
import { violationsOn } from '../browser/axe.ts'
import { expect, goTo, openIncident, pasteSeed, test, unfold } from '../browser/console-fixture.ts'

/** What is written on an incident, for everybody: keyboard, both themes and languages, narrow windows. */

const list = (page: Page) => page.getByRole('navigation', { name: 'All incidents' }).getByRole('link')
const claims = (page: Page) => page.getByRole('region', { name: 'Check a claim' })
const marks = (page: Page) => page.getByRole('region', { name: 'Marks' })
const notes = (page: Page) => page.getByRole('region', { name: 'Notes', exact: true })

test.beforeEach(async ({ consolePage: page }) => {
  await pasteSeed(page)
  await openIncident(page, 'Mon 2 Mar')
})

test('with the keyboard alone: a filter, a claim, a tag, a note, a mark and undo', async ({
  consolePage: page,
}) => {
  const reach = async (name: RegExp) => {
    for (let presses = 0; presses < 150; presses += 1) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const here = document.activeElement
        const labels =
          here instanceof HTMLInputElement ||
          here instanceof HTMLTextAreaElement ||
          here instanceof HTMLSelectElement
            ? [...(here.labels ?? [])]
            : []
        return here?.getAttribute('aria-label') ?? labels[0]?.textContent ?? here?.textContent ?? ''
      })
      if (name.test(label.trim())) return
    }
    throw new Error(`no tab stop is called ${name}`)
  }
  await page.getByRole('heading', { level: 1 }).focus()
  await reach(/^Search incidents/)
  await page.keyboard.type('suspected')
  await expect(list(page)).toHaveCount(1)
  await reach(/^Add a tag/)
  await page.keyboard.type('keys')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Tags' }).getByText('keys')).toBeVisible()
  await reach(/^Check a claim/)
  await page.keyboard.press('Enter')
  await reach(/^The claim/)
  await page.keyboard.type('failed calls use quota')
  await expect(claims(page).getByText('undecidable', { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(claims(page).getByText('“failed calls use quota”')).toBeVisible()
  await reach(/^Write a note/)
  await page.keyboard.type('by keys only')
  await page.keyboard.press('Control+Enter')
  await expect(notes(page).getByText('by keys only')).toBeVisible()
  await reach(/^subagents on/)
  await reach(/^Add mark/)
  await page.keyboard.press('Enter')
  await expect(marks(page).getByRole('link', { name: 'On the timeline' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(marks(page).getByRole('link', { name: 'On the timeline' })).toBeHidden()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['en-GB', 'zh-CN'] as const) {
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
      test.setTimeout(120_000)

      test('axe finds nothing on an incident with all that can be written on it', async ({
        consolePage: page,
      }) => {
        await page.getByLabel('Add a tag').fill('support')
        await page.getByLabel('Add a tag').press('Enter')
        await notes(page).getByLabel('Write a note').fill('a note')
        await notes(page).getByRole('button', { name: 'Save note' }).click()
        await unfold(page, 'Check a claim')
        await claims(page).getByLabel('The claim').fill('5h window reset at 17:20')
        await claims(page).getByRole('button', { name: 'Save claim' }).click()
        await marks(page).getByRole('button', { name: 'Add mark' }).click()
        await expect(marks(page).getByRole('link', { name: 'On the timeline' })).toBeVisible()
        await unfold(page, 'The verdict depends on the time zone')
        await unfold(page, 'What can and cannot have been the reason')
        if (locale === 'zh-CN') {
          await goTo(page, 'Settings')
          await page.getByRole('radio', { name: '中文' }).check()
          await page.goBack()
        }
        await page.getByRole('search').locator('summary').click()
        expect(await violationsOn(page)).toEqual([])
      })
    })
  }
}

for (const { name, viewport } of [
  { name: 'in a narrow window', viewport: { width: 360, height: 740 } },
  { name: 'at 200 % zoom', viewport: { width: 640, height: 450 } },
]) {
  test.describe(name, () => {
    test.use({ viewport })

    test('nothing that can be written is wider than the window', async ({ consolePage: page }) => {
      await page.getByLabel('Add a tag').fill('a rather long tag without any end to it')
      await page.getByLabel('Add a tag').press('Enter')
      await notes(page).getByLabel('Write a note').fill('x'.repeat(200))
      await notes(page).getByRole('button', { name: 'Save note' }).click()
      await unfold(page, 'Check a claim')
      await claims(page).getByLabel('The claim').fill('5h window reset at 17:20')
      await claims(page).getByRole('button', { name: 'Save claim' }).click()
      await unfold(page, 'The verdict depends on the time zone')
      await unfold(page, 'What can and cannot have been the reason')
      await marks(page).getByRole('button', { name: 'Add mark' }).click()
      await page.getByRole('search').locator('summary').click()
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider).toBeLessThanOrEqual(0)
    })
  })
}
