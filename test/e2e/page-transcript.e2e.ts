import type { BrowserContext, Page } from '@playwright/test'
import { bodyOf } from '../replica/bodies.ts'
import { seedScenario } from '../replica/seed-scenario.ts'
import { expect, test } from './browser/extension-fixture.ts'
import { countKept } from './browser/kept.ts'
import { makePageCalls } from './browser/page-calls.ts'
import { makePageStacks } from './browser/page-stacks.ts'
import { replaceBuiltIns } from './browser/replaced-built-ins.ts'

/*
 * A page that has replaced everything, and writes down all that it sees of its own calls: the same with the extension and
 * without it, down to the stacks of errors and to how often each of what it has replaced was called.
 */

const ADDRESS = 'https://www.kimi.com/code/transcript'
const HISTORY = '/apiv2/kimi.gateway.code.v1.UsageService/ListUnifiedRequests'

/** Where the page stands while it makes its calls; replaced before the extension's script runs, or after. */
const PAGES = {
  untouched: { before: null, after: null },
  after: { before: null, after: 'spies' },
  before: { before: 'spies', after: null },
  broken: { before: 'broken', after: null },
} as const

const scriptOf = (kind: 'spies' | 'broken' | null) =>
  kind === null ? '' : `(${replaceBuiltIns.toString()})('${kind}');`

async function transcriptOf(context: BrowserContext, name: keyof typeof PAGES): Promise<string> {
  const { before, after } = PAGES[name]
  const page = await context.newPage()
  if (before !== null) await page.addInitScript(scriptOf(before))
  const script = `${scriptOf(after)}(${makePageCalls.toString()})('${HISTORY}', ${before === null})`
  const transcript = await transcriptIn(page, script)
  // what was there before the hook is what it calls: those functions stand in a stack once more, and no line of ours
  expect(transcript).not.toContain('extension://')
  return before === null
    ? transcript
    : transcript.replace(/(?:\n|\\n) +at [^\n\\]*?\(<anonymous>:\d+:\d+\)/g, '')
}

async function transcriptIn(page: Page, script: string): Promise<string> {
  await servePage(page, script)
  await page.goto(ADDRESS)
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-transcript', /./, { timeout: 30_000 })
  return (await html.getAttribute('data-transcript')) ?? ''
}

async function servePage(page: Page, script: string): Promise<void> {
  const rows = JSON.stringify(bodyOf(seedScenario(), 'ListUnifiedRequests'))
  await page.route('https://www.kimi.com/**', async (route) => {
    const { pathname, searchParams } = new URL(route.request().url())
    const status = Number(searchParams.get('status') ?? 200)
    if (pathname === HISTORY)
      await route.fulfill({
        status,
        contentType: 'application/json',
        headers: status === 429 ? { 'retry-after': '60' } : {},
        ...(status !== 204 && { body: status === 200 ? rows : '{"code":"resource_exhausted"}' }),
      })
    else if (pathname === '/other') await route.fulfill({ contentType: 'text/plain', body: 'no JSON' })
    else
      await route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Calls</title><body><script>${script}</script>`,
      })
  })
}

for (const name of ['untouched', 'after', 'before', 'broken'] as const)
  test(`a page sees the same with the extension and without it: built-ins ${name}`, async ({
    browserAsShipped,
    browserWithout,
  }) => {
    const without = await transcriptOf(browserWithout, name)
    expect(without.split('\n\n').length).toBeGreaterThan(50)
    if (name === 'after') expect(without.match(/"[^"]+":\d+/g)?.length ?? 0).toBeGreaterThan(100)
    expect(await transcriptOf(browserAsShipped, name)).toBe(without)
    // and what it read was recorded
    if (name === 'broken') return
    const own = await browserAsShipped.newPage()
    const [worker] = browserAsShipped.serviceWorkers()
    await own.goto(new URL('/extension/popup/index.html', worker?.url()).href)
    await expect.poll(() => countKept(own)).toMatchObject({ records: 13 })
  })

test('nor does a stack tell, however deep it is and whoever makes it', async ({
  browserAsShipped,
  browserWithout,
}) => {
  const stacksIn = async (context: BrowserContext) =>
    transcriptIn(await context.newPage(), `(${makePageStacks.toString()})('${HISTORY}')`)
  const without = await stacksIn(browserWithout)
  expect(without.split('\n\n').length).toBeGreaterThan(300)
  expect(await stacksIn(browserAsShipped)).toBe(without)
})
