import {
  countOf,
  expect,
  openIncident,
  paste,
  pasteSeed,
  seed,
  settleZone,
  test,
  unfold,
  verdictOn,
} from '../browser/console-fixture.ts'

/** The first incident, from paste to verdict (what must be seen of it is in test/fixtures/seed/README.md). */

const CAUSES = [
  '5-hour quota',
  'weekly quota',
  'monthly quota',
  'concurrency limit',
  'request-rate limit',
  'fault or overload at Kimi',
  'account or plan',
]

test.beforeEach(async ({ consolePage }) => {
  await pasteSeed(consolePage)
})

test('the four files become nine records, two snapshots and no reject', async ({ consolePage: page }) => {
  expect(await countOf(page, 'Requests')).toBe(9)
  expect(await countOf(page, 'Quota readings')).toBe(2)
  expect(await countOf(page, 'Not readable')).toBe(0)
})

test('without a zone it cannot be decided, and the table says under which offsets it would be what', async ({
  consolePage: page,
}) => {
  await openIncident(page, 'Mon 2 Mar')
  await expect(page.getByRole('heading', { level: 2, name: /16:18–17:22/ })).toBeVisible()
  expect(await verdictOn(page, '5-hour quota')).toBe('undecidable')
  expect(await verdictOn(page, 'weekly quota')).toBe('contradicted')
  const table = await unfold(page, 'The verdict depends on the time zone')
  const offsetsOf = (verdict: string) =>
    table.getByRole('button', { name: new RegExp(`: ${verdict}$`) }).allInnerTexts()
  expect(await offsetsOf('consistent')).toEqual(['−08', '−03', '+02', '+07', '+12'])
  const contradicted = await offsetsOf('contradicted')
  expect(contradicted).toEqual(expect.arrayContaining(['−12', '−01', '+00', '+01', '+05:30', '+08', '+14']))
})

test.describe('under a zone', () => {
  for (const { zone, verdict } of [
    { zone: '+01:00', verdict: 'contradicted' },
    { zone: '+02:00', verdict: 'consistent' },
    { zone: '+00:00', verdict: 'contradicted' },
  ]) {
    test(`${zone} the 5-hour quota is ${verdict}`, async ({ consolePage: page }) => {
      await settleZone(page, zone)
      await openIncident(page, 'Mon 2 Mar')
      await expect(
        page.getByRole('heading', { level: 2, name: /^Possibly blocked Mon 2 Mar, 16:18–17:22/ }),
      ).toBeVisible()
      await expect(page.getByRole('article').getByText('suspected', { exact: true })).toBeVisible()
      expect(await verdictOn(page, '5-hour quota')).toBe(verdict)
      expect(await verdictOn(page, 'weekly quota')).toBe('contradicted')
      const verdicts = await Promise.all(CAUSES.map((cause) => verdictOn(page, cause)))
      expect(verdicts).not.toContain('supported')
      await expect(page.getByText(/^Cause not /)).toBeVisible()
    })
  }

  test('one that is only tried on is in the address, and gone with the way back', async ({
    consolePage: page,
  }) => {
    await openIncident(page, 'Mon 2 Mar')
    await unfold(page, 'The verdict depends on the time zone')
    await page.getByRole('button', { name: 'Preview UTC+02:00: consistent' }).click()
    expect(new URL(page.url()).hash).toContain('zone=%2B02%3A00')
    await expect(page.getByText('Preview: as if the zone were UTC+02:00')).toBeVisible()
    expect(await verdictOn(page, '5-hour quota')).toBe('consistent')
    await page.goBack()
    await expect(page.getByText('Preview: as if the zone were')).toBeHidden()
    expect(await verdictOn(page, '5-hour quota')).toBe('undecidable')
  })
})

test('on 7 March both quota windows are contradicted', async ({ consolePage: page }) => {
  await openIncident(page, 'Sat 7 Mar')
  await expect(
    page.getByRole('heading', { level: 2, name: /^Refused at some time within Sat 7 Mar, 10:20–15:20/ }),
  ).toBeVisible()
  expect(await verdictOn(page, '5-hour quota')).toBe('contradicted')
  expect(await verdictOn(page, 'weekly quota')).toBe('contradicted')
})

for (const incident of ['Mon 2 Mar', 'Sat 7 Mar']) {
  test(`each fact on ${incident} opens its evidence`, async ({ consolePage: page }) => {
    await settleZone(page, '+01:00')
    await openIncident(page, incident)
    await unfold(page, 'What can and cannot have been the reason')
    const buttons = await page
      .getByRole('article')
      .getByRole('button', { name: /^Evidence/ })
      .all()
    expect(buttons.length).toBeGreaterThan(4)
    for (const button of buttons) {
      const promised = Number(/\d+/.exec((await button.textContent()) ?? '')?.[0])
      await button.click()
      const panel = page.getByRole('dialog')
      await expect(panel.getByRole('article')).toHaveCount(promised)
      await expect(panel.getByText('not kept here any more')).toHaveCount(0)
      await page.keyboard.press('Escape')
      await expect(panel).toBeHidden()
    }
  })
}

test('the same reading from another file adds an origin and nothing else', async ({ consolePage: page }) => {
  await paste(page, seed('usages-2026-03-07.json'))
  await expect(page.getByText('1 quota reading: 0 new, 1 already there')).toBeVisible()
  expect(await countOf(page, 'Requests')).toBe(9)
  expect(await countOf(page, 'Quota readings')).toBe(2)
})
