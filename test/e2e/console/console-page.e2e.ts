import { expect, goTo, paste, pasteSeed, seed, settleZone, test } from '../browser/console-fixture.ts'

/** The local page as such: what it may do, what it says when something is amiss. */

test('it is served under a strict policy, and asks nobody but its own address', async ({
  consolePage: page,
  consoleUrl,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const response = await page.goto(consoleUrl)
  expect(new URL(page.url()).pathname).toBe('/web/index.html')
  const headers = response?.headers() ?? {}
  expect(headers['content-security-policy']).toContain("default-src 'self'")
  expect(headers['content-security-policy']).toContain("connect-src 'self'")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['x-content-type-options']).toBe('nosniff')
  await pasteSeed(page)
  expect(asked.filter((url) => !url.startsWith(consoleUrl) && !url.startsWith('data:'))).toEqual([])
})

test('a first visit explains itself and offers the sample', async ({ consolePage: page }) => {
  await expect(page.getByText('No data yet')).toBeVisible()
  await page.getByRole('link', { name: 'Try the sample: the incident of 2 March' }).click()
  // one click, and the answer is there
  const answer = page.getByRole('region', { name: /^Refused at some time within Sat 7 Mar/ })
  await expect(answer).toContainText('Ruled out: 5-hour quota and weekly quota.')
  await answer.getByRole('link', { name: 'Open the incident' }).click()
  await expect(
    page.getByRole('heading', { level: 2, name: /^Refused at some time within Sat 7 Mar/ }),
  ).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'All incidents' }).getByRole('link')).toHaveCount(2)
})

test('an error that nothing dates gets an answer of its own', async ({ consolePage: page }) => {
  await paste(page, seed('error.txt'))
  const answer = page.getByRole('region', { name: /^The error says: / })
  await expect(answer).toContainText('When the error came up is not known')
  await expect(answer.getByRole('listitem').first()).toBeVisible()
})

test('what cannot be read is shown with line and reason, and kept', async ({ consolePage: page }) => {
  const broken = 'Login Device KimiCLI/1.16.0 2026/03/02 17:99:14 Success\n'
  await goTo(page, 'Import')
  await page.getByLabel('Paste here').fill(seed('usage-history.txt') + broken)
  await expect(page.getByText('1 line could not be read')).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'line 10' })).toBeVisible()
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByText('1 line could not be read; it is kept under Records')).toBeVisible()
  await goTo(page, 'Records')
  await page.getByRole('link', { name: 'Not readable 1' }).click()
  await expect(page.getByRole('cell', { name: 'line 10' })).toBeVisible()
})

test('a bundle of a newer version is refused with the reason', async ({ consolePage: page }) => {
  await goTo(page, 'Import')
  await page.getByLabel('Paste here').fill('{"schema":"quotascope/bundle@99","manifest":{},"evidence":{}}')
  await expect(page.getByRole('cell', { name: /version 99/ })).toBeVisible()
})

test('markup in the evidence stays text', async ({ consolePage: page }) => {
  // of a wording that nobody knows nothing would be kept; this one goes on in words of its own
  const hostile = `LLM provider error: Error code: 403 - {'error': {'message': 'Your current subscription does not have access to <img src=x onerror=document.title=1> right now.', 'type': 'x'}}`
  await paste(page, hostile)
  await goTo(page, 'Records')
  await page.getByRole('link', { name: /^Error texts/ }).click()
  await expect(page.getByRole('button', { name: /<img src=x/ })).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
  await expect(page).toHaveTitle('Records · Quotascope')
})

test('two tabs show the same evidence and the same zone', async ({
  consolePage: page,
  context,
  consoleUrl,
}) => {
  const second = await context.newPage()
  await second.goto(`${consoleUrl}web/index.html#/incidents`)
  await expect(second.getByText('No data yet')).toBeVisible()
  await page.bringToFront() // a page in the background draws late
  await pasteSeed(page)
  await expect(second.getByText('2 incidents')).toBeVisible()
  await settleZone(page, '+02:00')
  await expect(second.getByRole('button', { name: /^Zone/ })).toHaveText(/UTC\+02:00/)
})

test('a database of a newer version is said to be one, and the settings still open', async ({
  page,
  consoleUrl,
}) => {
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto(`${consoleUrl}blank`)
  await page.evaluate(async () => {
    const open = indexedDB.open('quotascope', 9999)
    await new Promise((resolve) => {
      open.addEventListener('success', resolve)
    })
    open.result.close()
  })
  await page.goto(`${consoleUrl}web/index.html#/incidents`)
  await expect(page.getByRole('alert')).toContainText('written by a newer version of Quotascope')
  await goTo(page, 'Settings')
  await expect(page.getByRole('button', { name: 'Erase everything …' })).toBeVisible()
})
