import { seedScenario } from '../replica/seed-scenario.ts'
import { expect, test } from './browser/extension-fixture.ts'

/*
 * What a page sees of its own calls, with the extension and without it: the same. Each probe runs in the page and gives
 * plain data; it is run twice, once on a console page, where the hook copies, and once on a page with the browser's own.
 */

const CONSOLE = 'https://www.kimi.com/code/console'
const HISTORY = '/apiv2/kimi.gateway.code.v1.UsageService/ListUnifiedRequests'

/** Runs in the page. `fetch` and `XMLHttpRequest` are those of the page, or untouched ones out of a frame. */
async function probeFetch(path: string): Promise<unknown> {
  const unhandled: string[] = []
  window.addEventListener('unhandledrejection', (event) => {
    unhandled.push(`${String(event.reason?.name)}: ${String(event.promise instanceof Promise)}`)
    event.preventDefault()
  })
  const token: unknown = JSON.parse(localStorage.getItem('access_token') ?? '""')
  const init = { method: 'POST', body: '{}', headers: { Authorization: `Bearer ${String(token)}` } }
  const named = async (promise: Promise<unknown>) =>
    promise.then(
      () => 'resolved',
      (error: unknown) =>
        error instanceof Error || error instanceof DOMException ? error.name : typeof error,
    )
  const first = fetch(path, init)
  const response = await first
  const text = await response.text()
  const streamed = await fetch(new Request(path, init))
  const reader = streamed.body?.getReader()
  const part = await reader?.read()
  await reader?.cancel()
  const cloned = await fetch(new URL(path, location.href), init)
  const copy = cloned.clone()
  const aborted = new AbortController()
  aborted.abort('enough')
  const late = new AbortController()
  const cut = await fetch(path, { ...init, signal: late.signal })
  late.abort()
  void fetch('http://[') // nobody handles this one
  await new Promise((resolve) => setTimeout(resolve, 50))
  let asked = 0
  const odd = { toString: () => (asked++, path) }
  await Reflect.apply(fetch, window, [odd, init])
  return {
    isPromise: first.constructor === Promise && Object.getPrototypeOf(first) === Promise.prototype,
    isResponse: response.constructor === Response,
    status: response.status,
    url: new URL(response.url).pathname === path,
    type: response.type,
    long: text.length > 100,
    used: response.bodyUsed,
    again: await named(response.text()),
    streamed: (part?.value?.length ?? 0) > 0,
    same: (await cloned.text()) === (await copy.text()),
    cut: await named(cut.text()),
    rejections: [
      await named(fetch(path, { signal: aborted.signal })),
      await named(fetch('http://[')),
      await named(fetch(path, { method: 'TRACE' })),
      await named(Reflect.apply(fetch, {}, [path])),
    ],
    reason: await fetch(path, { signal: aborted.signal }).catch((error: unknown) => error),
    construct: await named((async () => Reflect.construct(fetch, []))()),
    unhandled,
    asked,
    name: fetch.name,
    length: fetch.length,
    native: /\[native code\]/.test(Function.prototype.toString.call(fetch)),
    own: Object.getOwnPropertyNames(fetch).toSorted(),
    descriptor: { ...Object.getOwnPropertyDescriptor(window, 'fetch'), value: null },
  }
}

async function probeXhr(path: string): Promise<unknown> {
  const token: unknown = JSON.parse(localStorage.getItem('access_token') ?? '""')
  const ask = (responseType: XMLHttpRequestResponseType, during?: (request: XMLHttpRequest) => void) =>
    new Promise<unknown>((resolve) => {
      const request = new XMLHttpRequest()
      const events: string[] = []
      for (const type of ['readystatechange', 'load', 'abort', 'error', 'loadend'])
        request.addEventListener(type, () => {
          if (type !== 'readystatechange') events.push(type)
          if (type !== 'loadend') return
          const { response } = request
          resolve({
            events,
            status: request.status,
            kind: Object.prototype.toString.call(response),
            size: typeof response === 'string' ? response.length > 100 : null,
          })
        })
      request.open('POST', path)
      request.setRequestHeader('Authorization', `Bearer ${String(token)}`)
      request.responseType = responseType
      request.send('{}')
      during?.(request)
    })
  const thrown = (run: () => void) => {
    try {
      run()
      return 'nothing'
    } catch (error) {
      return error instanceof Error || error instanceof DOMException ? error.name : typeof error
    }
  }
  return {
    text: await ask(''),
    json: await ask('json'),
    buffer: await ask('arraybuffer'),
    blob: await ask('blob'),
    document: await ask('document'),
    aborted: await ask('', (request) => request.abort()),
    unopened: thrown(() => new XMLHttpRequest().send()),
    foreign: thrown(() => Reflect.apply(Reflect.get(XMLHttpRequest.prototype, 'open'), {}, ['GET', '/'])),
    badAddress: thrown(() => new XMLHttpRequest().open('GET', 'http://[')),
    names: [XMLHttpRequest.prototype.open.name, XMLHttpRequest.prototype.send.name],
    lengths: [XMLHttpRequest.prototype.open.length, XMLHttpRequest.prototype.send.length],
    own: Object.keys(new XMLHttpRequest()),
  }
}

for (const [name, probe] of [
  ['fetch', probeFetch],
  ['XMLHttpRequest', probeXhr],
] as const)
  test(`what a page sees of ${name} is what it would see without the extension`, async ({
    browserWithExtension: context,
    browserWithout,
  }) => {
    const seen: unknown[] = []
    for (const each of [context, browserWithout]) {
      const page = await each.newPage()
      await page.goto(CONSOLE)
      await expect(page.locator('html')).toHaveAttribute('data-loaded', 'yes')
      seen.push(await page.evaluate(probe, HISTORY))
    }
    expect(seen[0]).toEqual(seen[1])
    expect(JSON.stringify(seen[0])).toContain('200') // it was really asked
  })

test('answers reach the worker whatever the page asks with', async ({
  browserWithExtension: context,
  stage,
}) => {
  for (const transport of ['fetch', 'xhr'] as const) {
    stage.scenario = seedScenario({ transport })
    const page = await context.newPage()
    await page.goto(CONSOLE)
    await expect(page.locator('quotascope-strip .records')).toHaveText('13 records kept')
    await page.close()
  }
})

/** What a page of bad manners does first. Runs in the page. */
function replaceEverything(): void {
  const seen: string[] = []
  Reflect.set(window, 'seen', seen)
  const spy = (holder: object, name: string) => {
    const original: unknown = Reflect.get(holder, name)
    if (typeof original !== 'function') return
    Reflect.set(holder, name, function (this: unknown, ...args: unknown[]): unknown {
      if (this instanceof MessagePort) seen.push(name)
      return Reflect.apply(original, this, args)
    })
  }
  spy(MessagePort.prototype, 'postMessage')
  spy(EventTarget.prototype, 'addEventListener')
  window.addEventListener('message', ({ data }) => seen.push(String(data)), true)
  // traps of a proxy, put where every object inherits from
  const { prototype } = Object
  for (const name of ['has', 'getPrototypeOf', 'deleteProperty', 'construct', 'ownKeys'])
    Object.defineProperty(prototype, name, {
      configurable: true,
      writable: true,
      value: () => seen.push(name),
    })
  // wraps fetch, as a library for error reports does
  const original = window.fetch
  window.fetch = (...args) => original(...args)
}

test('a page that replaces what the hook uses neither breaks it nor gets its port', async ({
  browserWithExtension: context,
  stage,
}) => {
  stage.scenario = seedScenario({ firstScript: `(${replaceEverything.toString()})()` })
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect(page.locator('quotascope-strip .records')).toHaveText('13 records kept')
  expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toEqual([])
})

test('huge, slow and endless answers are left to the page', async ({
  browserWithExtension: context,
  stage,
  openExtensionPage,
}) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect(page.locator('quotascope-strip .records')).toHaveText('13 records kept')
  const body = `{"requests":[{"requestId":"${'x'.repeat(50_000_000)}"}]}`
  stage.scenario = seedScenario({ faults: { ListUnifiedRequests: { kind: 'body', body } } })
  const sizes = await page.evaluate(async (path) => {
    const token: unknown = JSON.parse(localStorage.getItem('access_token') ?? '""')
    const init = { method: 'POST', body: '{}', headers: { Authorization: `Bearer ${String(token)}` } }
    const text = await (await fetch(path, init)).text()
    const byXhr = await new Promise<number>((resolve) => {
      const request = new XMLHttpRequest()
      request.open('POST', path)
      request.setRequestHeader('Authorization', `Bearer ${String(token)}`)
      request.addEventListener('load', () => resolve(request.responseText.length))
      request.send('{}')
    })
    return [text.length, byXhr]
  }, HISTORY)
  expect(sizes).toEqual([body.length, body.length])
  const own = await openExtensionPage('extension/popup/index.html')
  await expect
    .poll(() => own.evaluate(async () => JSON.stringify(await chrome.storage.local.get('refused'))))
    .toContain('2')
})

test('frames are left alone, and a failure is handed over as a failure', async ({
  browserWithExtension: context,
  stage,
}) => {
  stage.scenario = seedScenario({ faults: { '*': { kind: 'status', status: 429, retryAfter: 60 } } })
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect(page.getByRole('alert')).toHaveText('Failed to load')
  const framed = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = '/code/console?framed'
    document.body.append(frame)
    await new Promise((resolve) => frame.addEventListener('load', resolve))
    const inside = frame.contentWindow
    return inside !== null && Reflect.get(inside, 'fetch').toString()
  })
  expect(framed).toBe('function fetch() { [native code] }')
})
