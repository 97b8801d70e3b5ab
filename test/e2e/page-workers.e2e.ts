import type { BrowserContext, Page } from '@playwright/test'
import { HELLO } from '../../extension/content/handover.ts'
import { bodyOf } from '../replica/bodies.ts'
import { seedScenario } from '../replica/seed-scenario.ts'
import { expect, test } from './browser/extension-fixture.ts'
import { countKept, dumpKept } from './browser/kept.ts'
import { callThroughWorkers, type WorkerCalls } from './browser/worker-calls.ts'

/*
 * A page whose service worker stands between it and Kimi, and which makes workers and channels of its own. What its service
 * worker gives for an address of Kimi's is the page's own word, as any answer that it forges; what comes from elsewhere, or is
 * asked for in a worker, is no answer that the page received, and becomes nothing.
 */

const ADDRESS = 'https://www.kimi.com/code/workers'
const CONSOLE = 'https://www.kimi.com/code/console'
const ELSEWHERE = 'https://elsewhere.example'
const HISTORY = '/apiv2/kimi.gateway.code.v1.UsageService/ListUnifiedRequests'

const rowOf = (requestId: string) => ({
  requestId,
  requestTime: '2026-03-02T15:22:28Z',
  success: true,
  httpStatusCode: 200,
})
const rowsOf = (requestId: string) => JSON.stringify({ requests: [rowOf(requestId)] })

const FORGED = { method: 'ListUnifiedRequests', status: 200, text: rowsOf('forged') }

/** Asks through no service worker, of a worker that knows no page. */
const WORKER = (port: string, ask: string) => `
  const channel = new BroadcastChannel('page');
  const run = async (post) => {
    for (let n = 0; n < 300; n++) { channel.postMessage('${HELLO}'); post('${HELLO}'); post(${JSON.stringify(FORGED)}); }
    ${ask}
  };
  ${port}`
const DEDICATED = WORKER(
  'run((message) => self.postMessage(message));',
  `const answer = await fetch('${HISTORY}?worker', { method: 'POST', body: '{}' });
   post({ size: (await answer.text()).length });`,
)
/** A test cannot serve what it asks for, but the service worker in whose scope it is can: both it and its script are. */
const SHARED = WORKER(
  'self.onconnect = ({ ports: [port] }) => { port.start(); run((message) => port.postMessage(message)); };',
  `const answer = await fetch('${HISTORY}?how=shared', { method: 'POST', body: '{}' });
   post({ size: (await answer.text()).length });`,
)

/** What the service worker gives for `?how=…`; all else it leaves to the network. */
const SERVICE_WORKER = `
  const rows = (id) => JSON.stringify({ requests: [${JSON.stringify(rowOf('ID'))}] }).replace('ID', id);
  const give = (id, init) => new Response(rows(id), init);
  const json = { headers: { 'content-type': 'application/json' } };
  const soon = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const piecewise = (pieces, end) => new ReadableStream({
    async start(controller) {
      for (const piece of pieces) { controller.enqueue(new TextEncoder().encode(piece)); await soon(20); }
      if (end === 'close') controller.close();
      if (end === 'error') controller.error(new TypeError('broken off'));
    },
  });
  const HOW = {
    rewritten: async (request) => {
      const answer = await (await fetch(request)).json();
      return new Response(JSON.stringify({ ...answer, requests: [{ ...answer.requests[0], requestId: 'sw-rewritten' }] }), json);
    },
    late: async () => { await soon(1500); return give('sw-late', json); },
    html: async () => give('sw-html', { headers: { 'content-type': 'text/html' } }),
    bytes: async () => give('sw-bytes', { headers: { 'content-type': 'application/octet-stream', 'content-length': '7' } }),
    none: async () => new Response(new Blob([rows('sw-none')])),
    page: async () => new Response('<!doctype html><p>no JSON', json),
    pieces: async () => new Response(piecewise([rows('sw-pieces').slice(0, 9), rows('sw-pieces').slice(9)], 'close'), json),
    broken: async () => new Response(piecewise(['{"requests":[{"requestId":"sw-broken"'], 'error'), json),
    endless: async () => new Response(piecewise(['{"requests":[{"requestId":"sw-endless"'], 'never'), json),
    empty: async () => new Response(null, { status: 204 }),
    refused: async () => give('sw-refused', { status: 429, headers: { 'retry-after': '60' } }),
    odd: async () => give('sw-odd', { status: 599, statusText: 'odd' }),
    error: async () => Response.error(),
    redirect: async () => Response.redirect('/other'),
    opaque: async () => fetch('${ELSEWHERE}${HISTORY}?no-cors', { mode: 'no-cors' }),
    cross: async () => fetch('${ELSEWHERE}${HISTORY}?cors', { method: 'POST', body: '{}' }),
    shared: async () => give('asked-in-a-shared-worker', json),
    nothing: async () => undefined,
    thrown: async () => { throw new RangeError('mine'); },
    twice: (request, event) => {
      const first = give('sw-first', json);
      let second = 'given';
      try { event.respondWith(give('sw-second', json)); event.respondWith(first); } catch (error) { second = error.name; }
      return null;
    },
  };
  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
  self.addEventListener('fetch', (event) => {
    const { pathname, searchParams } = new URL(event.request.url);
    if (pathname === '/shared.js')
      event.respondWith(new Response(${JSON.stringify(SHARED)}, { headers: { 'content-type': 'text/javascript' } }));
    const how = HOW[searchParams.get('how')];
    if (!how) return;
    const answer = how(event.request, event);
    if (answer !== null) event.respondWith(answer);
  });
  self.addEventListener('message', (event) => {
    for (let n = 0; n < 300; n++) event.source.postMessage('${HELLO}');
  });`

const CALLS: WorkerCalls = { history: HISTORY, hello: HELLO, forged: FORGED }

async function servePage(context: BrowserContext): Promise<Page> {
  const rows = JSON.stringify(bodyOf(seedScenario(), 'ListUnifiedRequests'))
  const script = `(${callThroughWorkers.toString()})(${JSON.stringify(CALLS)})`
  const scripts: Readonly<Record<string, string>> = {
    '/sw.js': SERVICE_WORKER,
    '/dedicated.js': DEDICATED,
  }
  await context.route('https://www.kimi.com/**', async (route) => {
    const { pathname, searchParams } = new URL(route.request().url())
    const found = scripts[pathname]
    if (found !== undefined) await route.fulfill({ contentType: 'text/javascript', body: found })
    else if (pathname === '/code/workers')
      await route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Workers</title><body><script>${script}</script>`,
      })
    else if (pathname === HISTORY && searchParams.size > 0)
      await route.fulfill({
        contentType: 'application/json',
        body: searchParams.has('worker') ? rowsOf('asked-in-a-worker') : rows,
      })
    else if (pathname === '/other') await route.fulfill({ contentType: 'text/plain', body: 'no JSON' })
    else await route.fallback()
  })
  await context.route(`${ELSEWHERE}/**`, (route) =>
    route.fulfill({
      contentType: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
      body: rowsOf('from-elsewhere'),
    }),
  )
  return context.newPage()
}

async function transcriptOf(page: Page): Promise<string> {
  await page.goto(ADDRESS)
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-transcript', /./, { timeout: 60_000 })
  return (await html.getAttribute('data-transcript')) ?? ''
}

test('a page whose service worker answers, and that has workers and channels, sees the same with us and without', async ({
  browserWithExtension: context,
  browserWithout,
  openExtensionPage,
}) => {
  test.setTimeout(180_000)
  const without = await transcriptOf(await servePage(browserWithout))
  expect(without.split('\n\n').length).toBeGreaterThan(25)
  expect(without).toContain('sw-rewritten') // the service worker really stood in between
  expect(without).toContain(`a shared worker: ${rowsOf('asked-in-a-shared-worker').length}`) // and it really had an answer
  const page = await servePage(context)
  expect(await transcriptOf(page)).toBe(without)

  const own = await openExtensionPage('extension/popup/index.html')
  // what it gave as Kimi's own answer is the page's word: it is kept as such
  for (const id of ['sw-rewritten', 'sw-late', 'sw-html', 'sw-pieces'])
    await expect.poll(async () => (await dumpKept(own)).includes(id), { timeout: 20_000 }).toBe(true)
  const kept = await dumpKept(own)
  for (const id of [
    'from-elsewhere',
    'asked-in-a-worker',
    'asked-in-a-shared-worker',
    'forged',
    'sw-broken',
    'sw-endless',
    'sw-refused',
    'sw-odd',
  ])
    expect(kept.includes(id), id).toBe(false)

  // each time that a worker's word was handed on as if by the hook
  const refused = () =>
    own.evaluate(async () => Number((await chrome.storage.local.get('refused'))['refused']))
  await expect.poll(refused, { timeout: 20_000 }).toBeGreaterThanOrEqual(1_200)

  // and the tab goes on
  const { records = 0 } = await countKept(own)
  await page.goto(CONSOLE)
  await expect(page.locator('quotascope-strip .records')).toHaveText(/\d+ records kept/, { timeout: 20_000 })
  await expect.poll(async () => (await countKept(own)).records, { timeout: 20_000 }).toBeGreaterThan(records)
})
