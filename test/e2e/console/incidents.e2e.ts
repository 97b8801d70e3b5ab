import type { Page } from '@playwright/test'
import { writeBundle } from '../../../shared/export/bundle/write-bundle.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { evidenceWith, page as historyPage, row } from '../../analyse/build.ts'
import { at } from '../../time/given.ts'
import {
  expect,
  goTo,
  openIncident,
  pasteSeed,
  settleZone,
  test,
  unfold,
  verdictOn,
} from '../browser/console-fixture.ts'

/** The incidents page beyond its verdicts: the list's filters, claims, and what the user writes and marks. */

const list = (page: Page) => page.getByRole('navigation', { name: 'All incidents' }).getByRole('link')
const claims = (page: Page) => page.getByRole('region', { name: 'Check a claim' })
const marks = (page: Page) => page.getByRole('region', { name: 'Marks' })
const notes = (page: Page) => page.getByRole('region', { name: 'Notes', exact: true })

test.setTimeout(120_000) // a busy machine with two cores takes its time

test.beforeEach(async ({ consolePage: page }) => {
  await pasteSeed(page)
  await openIncident(page, 'Mon 2 Mar')
})

test.describe('filters', () => {
  test('narrow the list, stand in the address, and can be cleared', async ({ consolePage: page }) => {
    await page.getByText('Filters', { exact: true }).click()
    await page.getByLabel('How it is known').selectOption('suspected')
    await expect(page.getByText('1 of 2 incidents')).toBeVisible()
    await expect(list(page)).toHaveCount(1)
    expect(new URL(page.url()).hash).toContain('grade=suspected')
    await page.reload()
    await expect(page.getByText('1 of 2 incidents')).toBeVisible()
    await page.getByLabel('Search incidents, notes and tags').fill('no such words')
    await expect(list(page)).toHaveCount(0)
    await page.getByRole('button', { name: 'Clear' }).first().click()
    await expect(page.getByText('2 incidents')).toBeVisible()
    expect(new URL(page.url()).hash).not.toContain('grade')
  })

  test('by days, and by words of a note and by tag', async ({ consolePage: page }) => {
    await notes(page).getByLabel('Write a note').fill('Ticket 4711: support blames the window')
    await notes(page).getByRole('button', { name: 'Save note' }).click()
    await page.getByLabel('Add a tag').fill('support')
    await page.getByLabel('Add a tag').press('Enter')
    await expect(page.getByRole('list', { name: 'Tags' }).getByText('support')).toBeVisible()
    await page.getByLabel('Search incidents, notes and tags').fill('4711 window')
    await expect(list(page)).toHaveCount(1)
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByText('Filters', { exact: true }).click()
    await page.getByLabel('Tag', { exact: true }).selectOption('support')
    await expect(list(page)).toHaveCount(1)
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByLabel('From day').fill('2026-03-03')
    await expect(list(page)).toHaveText([/Sat 7 Mar/])
  })
})

test.describe('a claim', () => {
  for (const [zone, verdict] of [
    ['+01:00', 'contradicted'],
    ['+02:00', 'consistent'],
  ] as const) {
    test(`is judged while it is typed: under ${zone} the reset at 17:20 is ${verdict}`, async ({
      consolePage: page,
    }) => {
      await settleZone(page, zone)
      await openIncident(page, 'Mon 2 Mar')
      await unfold(page, 'Check a claim')
      await claims(page).getByLabel('The claim').fill('5h window reset at 17:20')
      await expect(claims(page).getByText(verdict, { exact: true })).toBeVisible()
      await expect(claims(page).getByText(/2026-03-02 1[67]:20:45/)).toBeVisible()
    })
  }

  test('without a zone shows under which offsets it would hold', async ({ consolePage: page }) => {
    await unfold(page, 'Check a claim')
    await claims(page).getByLabel('The claim').fill('5h window reset at 17:20')
    await expect(claims(page).getByText('undecidable', { exact: true })).toBeVisible()
    await expect(claims(page).getByRole('button', { name: 'Preview UTC+02:00: consistent' })).toBeVisible()
  })

  test('that is not understood says so, and one can be picked, kept and removed', async ({
    consolePage: page,
  }) => {
    await unfold(page, 'Check a claim')
    await claims(page).getByLabel('The claim').fill('it was the moon')
    await expect(claims(page).getByText('Not understood.')).toBeVisible()
    await claims(page).getByLabel('Or choose a form').selectOption('cap is 30')
    await expect(claims(page).getByLabel('The claim')).toHaveValue('cap is 30')
    await claims(page).getByRole('button', { name: 'Save claim' }).click()
    const kept = claims(page).getByRole('list', { name: 'Saved claims' })
    await expect(kept.getByText('“cap is 30”')).toBeVisible()
    await page.reload()
    await expect(claims(page).getByText('1 claim saved')).toBeVisible()
    await unfold(page, 'Check a claim')
    await expect(kept.getByText('undecidable', { exact: true })).toBeVisible()
    await kept.getByRole('button', { name: 'Remove the claim “cap is 30”' }).click()
    await expect(kept).toBeHidden()
  })
})

test.describe('a mark', () => {
  test('“blocked here” makes an incident of its own, and undo takes it back', async ({
    consolePage: page,
  }) => {
    await settleZone(page, '+01:00')
    await openIncident(page, 'Mon 2 Mar')
    await marks(page).getByLabel('blocked here').check()
    await marks(page).getByLabel('From').fill('2026-03-02T20:00:00')
    await marks(page).getByLabel('To').fill('2026-03-02T20:30:00')
    await marks(page).getByLabel('In your words').fill('nothing went through')
    await marks(page).getByRole('button', { name: 'Add mark' }).click()
    await expect(list(page)).toHaveCount(3)
    await expect(list(page).filter({ hasText: 'marked by you' })).toContainText('Mon 2 Mar, 20:00–20:30')
    await page.getByRole('status').getByRole('button', { name: /^Undo/ }).click()
    await expect(list(page)).toHaveCount(2)
    await expect(page.getByText(/^Undone:/)).toBeVisible()
  })

  test('on the suspected block itself changes its grade, keeps its place and its notes', async ({
    consolePage: page,
  }) => {
    await notes(page).getByLabel('Write a note').fill('I was waiting all that time')
    await notes(page).getByRole('button', { name: 'Save note' }).click()
    await marks(page).getByLabel('blocked here').check()
    await marks(page).getByRole('button', { name: 'Add mark' }).click()
    await expect(page.getByRole('article').getByText('marked by you', { exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2, name: /16:18–17:22/ })).toBeVisible()
    expect(await verdictOn(page, 'weekly quota')).toBe('contradicted')
    await expect(notes(page).getByText('I was waiting all that time')).toBeVisible()
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('article').getByText('suspected', { exact: true })).toBeVisible()
    await expect(notes(page).getByText('I was waiting all that time')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(notes(page).getByText('I was waiting all that time')).toBeHidden()
  })

  test('that ends before it begins is refused with the reason', async ({ consolePage: page }) => {
    await marks(page).getByLabel('To').fill('2026-03-02T10:00:00')
    await marks(page).getByRole('button', { name: 'Add mark' }).click()
    await expect(marks(page).getByRole('alert')).toHaveText('The end must come after the beginning.')
  })

  test('leads to its place on the timeline', async ({ consolePage: page }) => {
    await marks(page).getByLabel('subagents on').check()
    await marks(page).getByRole('button', { name: 'Add mark' }).click()
    await marks(page).getByRole('link', { name: 'On the timeline' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Timeline' })).toBeVisible()
    expect(new URL(page.url()).hash).toContain('day=2026-03-02')
  })
})

test('what was written is in a second tab, in the bundle, and gone with everything', async ({
  consolePage: page,
  context,
}) => {
  const second = await context.newPage()
  await second.goto(page.url())
  await page.bringToFront()
  await notes(page).getByLabel('Write a note').fill('written in the first tab')
  await notes(page).getByRole('button', { name: 'Save note' }).click()
  await expect(second.getByText('written in the first tab')).toBeVisible()
  await second.close()
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Erase everything …' }).click()
  await page.getByLabel(/^Type “erase”/).fill('erase')
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click()
  await goTo(page, 'Incidents')
  await pasteSeed(page)
  await openIncident(page, 'Mon 2 Mar')
  await expect(notes(page)).toBeVisible()
  await expect(page.getByText('written in the first tab')).toHaveCount(0)
})

test('a note whose block is gone is listed, not lost', async ({ consolePage: page }) => {
  await settleZone(page, '+01:00')
  await openIncident(page, 'Mon 2 Mar')
  await marks(page).getByLabel('blocked here').check()
  await marks(page).getByLabel('From').fill('2026-03-02T20:00:00')
  await marks(page).getByLabel('To').fill('2026-03-02T20:30:00')
  await marks(page).getByRole('button', { name: 'Add mark' }).click()
  await list(page).filter({ hasText: 'marked by you' }).click()
  await notes(page).getByLabel('Write a note').fill('on a marked block')
  await notes(page).getByRole('button', { name: 'Save note' }).click()
  await marks(page).getByRole('button', { name: 'Remove the mark “blocked here”' }).click()
  const adrift = page.getByRole('region', { name: 'Notes without their incident' })
  await expect(adrift.getByText('on a marked block')).toBeVisible()
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('Control+z')
  await expect(adrift).toBeHidden()
})

test('what would decide it is said, and for which causes', async ({ consolePage: page }) => {
  const decide = page.getByRole('region', { name: 'Missing evidence' })
  await expect(decide.getByRole('listitem').first()).toContainText('The zone of the history')
  await expect(decide.getByRole('listitem').first()).toContainText('5-hour quota')
  await decide.getByRole('link', { name: 'Import' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible()
})

test('each fact leads to its place on the timeline', async ({ consolePage: page }) => {
  await unfold(page, 'What can and cannot have been the reason')
  const links = page.getByRole('listitem').getByRole('link', { name: 'On the timeline' })
  await expect.poll(() => links.count()).toBeGreaterThan(1)
  await links.first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Timeline' })).toBeVisible()
  expect(new URL(page.url()).hash).toMatch(/range=2026-03-0\d/)
  await expect(page.locator('.timeline[aria-busy="false"] .lane-requests')).toBeVisible()
})

/** Each two hours of January a success, then three refusals: a block each. */
function blocks(count: number): string {
  const rows = Array.from({ length: count }, (_, n) =>
    [0, 1, 2, 3].map((minute) =>
      row(
        writeInstant(later(at('2026-01-01T00:00:00Z'), n * 2 * HOUR + minute * MINUTE)),
        minute > 0 ? { outcome: 'failure', status: 429, statusText: 'Failed' } : undefined,
      ),
    ),
  ).flat()
  const evidence = evidenceWith(historyPage(rows, at('2026-02-01T00:00:00Z')))
  return writeBundle(evidence, { writtenAt: at('2026-02-01T00:00:00Z'), zone: UTC, masking: 'none' })
}

test('a long list is shown in parts, and the keyboard keeps its place in it', async ({
  consolePage: page,
}) => {
  await goTo(page, 'Import')
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name: 'blocks.json', mimeType: 'application/json', buffer: Buffer.from(blocks(118)) })
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByText('Imported', { exact: true })).toBeVisible()
  await goTo(page, 'Incidents')
  await expect(page.getByText('120 incidents')).toBeVisible()
  await expect(list(page)).toHaveCount(50)
  const entries = page.getByRole('navigation', { name: 'All incidents' }).getByRole('listitem')
  await expect(entries.last()).toHaveAttribute('aria-posinset', '50')
  await expect(entries.last()).toHaveAttribute('aria-setsize', '120')
  await page.getByRole('button', { name: 'Show 50 more' }).press('Enter')
  await expect(list(page)).toHaveCount(100)
  await page.getByRole('button', { name: 'Show 20 more' }).press('Enter')
  await expect(list(page)).toHaveCount(120)
  await expect(list(page).nth(100)).toBeFocused()
  // A link to an old one shows the part of the list that it is in, and the way to the newer ones.
  await list(page).nth(110).press('Enter')
  await expect(list(page).nth(110)).toHaveAttribute('aria-current', 'true')
  await page.reload()
  await expect(list(page)).toHaveCount(20)
  await expect(list(page).nth(10)).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('heading', { level: 2, name: /Thu 1 Jan.* 18:01/ })).toBeVisible()
  await page.getByRole('button', { name: 'Show 50 newer' }).press('Enter')
  await expect(list(page)).toHaveCount(70)
  await page.getByRole('button', { name: 'Show 50 newer' }).press('Enter')
  await expect(list(page)).toHaveCount(120)
  await expect(list(page).nth(49)).toBeFocused()
})
