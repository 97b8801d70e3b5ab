import type { BrowserContext, Page } from '@playwright/test'
import { seedScenario } from '../replica/seed-scenario.ts'
import { expect, test } from './browser/extension-fixture.ts'
import { countKept } from './browser/kept.ts'

/*
 * Pages of more kinds of bad manners: what they do to the browser before their own calls, how they read what they get, and
 * what they do to their document. All the same is recorded, drawn, and seen by the page.
 */

const CONSOLE = 'https://www.kimi.com/code/console'

/** Each runs in the page, before any other script of it. */
const FIRST: Readonly<Record<string, () => void>> = {
  'prototypes that are frozen': () => {
    for (const kind of [Response, Request, XMLHttpRequest, Promise, MessagePort, EventTarget, Array, Object])
      Object.freeze(kind.prototype)
    Object.freeze(Reflect)
    Object.freeze(JSON)
  },
  'a window behind a proxy': () => {
    const asked: string[] = []
    const around = new Proxy(window, {
      get: (target, name) => {
        asked.push(String(name))
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    for (const name of ['self', 'globalThis', 'parent', 'frames'])
      Object.defineProperty(window, name, { configurable: true, get: () => around })
    Reflect.set(window, 'asked', asked)
  },
  'what every object inherits can be set': () => {
    const { prototype } = Object
    for (const name of ['method', 'status', 'text', 'port', 'data', 'body', 'kind', 'stack', 'url', 'then'])
      Object.defineProperty(prototype, name, {
        configurable: true,
        get: () => undefined,
        set(this: object, value: unknown) {
          Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true })
        },
      })
  },
  'answers of a class of its own': () => {
    const native = window.fetch
    class Own extends Response {
      override async json(): Promise<unknown> {
        return JSON.parse(await this.text())
      }
      override get ok(): boolean {
        return super.ok
      }
    }
    window.fetch = async (...args) => Object.setPrototypeOf(await native(...args), Own.prototype)
  },
  'answers that are read as two streams': () => {
    const native = window.fetch
    window.fetch = async (...args) => {
      const answer = await native(...args)
      const [one, other] = answer.body?.tee() ?? []
      void other?.cancel()
      const { status, headers } = answer
      return new Response(one, { status, headers })
    }
  },
  'answers that go through a stream': () => {
    const native = window.fetch
    window.fetch = async (...args) => {
      const answer = await native(...args)
      const { status, headers } = answer
      return new Response(answer.body?.pipeThrough(new TransformStream()) ?? null, { status, headers })
    }
  },
  'a fetch out of a frame': () => {
    document.addEventListener('DOMContentLoaded', () => {
      const frame = document.createElement('iframe')
      frame.srcdoc = '<!doctype html><p>framed'
      document.body.append(frame)
    })
  },
  'calls that are broken off': () => {
    const native = window.fetch
    window.fetch = (address, init) => {
      const late = new AbortController()
      const lost = native(address, { ...init, signal: late.signal })
      lost.then((answer) => answer.text()).catch(() => undefined)
      setTimeout(() => late.abort(), 1)
      return native(address, init)
    }
  },
  'a policy that lets no text become markup': () => {
    const policy = document.createElement('meta')
    policy.httpEquiv = 'Content-Security-Policy'
    policy.content = "require-trusted-types-for 'script'; trusted-types none"
    document.head.append(policy)
  },
  'a hundred thousand shadow roots': () => {
    document.addEventListener('DOMContentLoaded', () => {
      const all = document.createElement('div')
      all.hidden = true
      for (let n = 0; n < 100_000; n += 1) {
        const host = document.createElement('p')
        host.attachShadow({ mode: 'open' }).append('Success')
        all.append(host)
      }
      document.body.append(all)
    })
  },
  'nodes that change at every frame': () => {
    const churn = () => {
      const storm = document.createElement('i')
      for (let n = 0; n < 50; n += 1) storm.append(document.createElement('b'))
      document.body?.append(storm)
      storm.remove()
      requestAnimationFrame(churn)
    }
    requestAnimationFrame(churn)
  },
  'somebody who answers every change of ours': () => {
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (
          target instanceof HTMLElement &&
          target.localName.startsWith('quotascope') &&
          target.dataset['place'] !== 'nowhere'
        )
          target.setAttribute('data-place', 'nowhere')
    }).observe(document, { subtree: true, childList: true, attributes: true })
  },
}

const opened = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect(page.locator('html')).toHaveAttribute('data-loaded', 'yes')
  return page
}

for (const [name, script] of Object.entries(FIRST))
  test(`all is recorded and drawn on a page with ${name}`, async ({
    browserWithExtension: context,
    stage,
    openExtensionPage,
  }) => {
    stage.scenario = seedScenario({ firstScript: `(${script.toString()})()` })
    const faults: string[] = []
    context.on('weberror', (error) => faults.push(String(error.error())))
    const page = await opened(context)
    await expect(page.locator('quotascope-strip .records')).toHaveText('13 records kept', { timeout: 20_000 })
    const own = await openExtensionPage('extension/popup/index.html')
    expect(await countKept(own)).toMatchObject({ records: 13 })
    expect(faults).toEqual([])
  })

/** What is done to a page on which all is drawn; each runs in it. */
const LATER: Readonly<Record<string, () => void>> = {
  'another body': () => {
    const body = document.createElement('body')
    body.append(...document.body.childNodes)
    document.body.replaceWith(body)
  },
  'another body, by its setter': () => {
    const body = document.createElement('body')
    body.append(...document.body.childNodes)
    document.body = body
  },
  'the same, parsed anew': () => {
    const { innerHTML: markup } = document.body
    document.body.innerHTML = markup
  },
  'a document that is written anew': () => {
    const text = document.documentElement.outerHTML.replaceAll(/<script.*?<\/script>/gs, '')
    document.open()
    document.write(text)
    document.close()
  },
}

for (const [name, script] of Object.entries(LATER))
  test(`the strip is there again after ${name}`, async ({ browserWithExtension: context }) => {
    const page = await opened(context)
    const records = page.locator('quotascope-strip .records')
    await expect(records).toHaveText('13 records kept', { timeout: 20_000 })
    await page.evaluate(script)
    await page.waitForTimeout(500)
    await expect(records).toHaveText('13 records kept')
  })

test('a page that comes back out of the cache is recorded and drawn as before', async ({
  browserWithExtension: context,
  stage,
  openExtensionPage,
}) => {
  const page = await opened(context)
  const records = page.locator('quotascope-strip .records')
  await expect(records).toHaveText('13 records kept', { timeout: 20_000 })
  await page.goto('https://www.kimi.ai/')
  const [row] = stage.scenario.rows
  if (row)
    stage.scenario = seedScenario({
      rows: [{ ...row, requestId: 'r-new', requestTime: '2026-03-02T16:00:00Z' }, ...stage.scenario.rows],
    })
  await page.goBack()
  await expect(records).toHaveText(/1[34] records kept/, { timeout: 20_000 })
  await page.evaluate(async () => {
    const token: unknown = JSON.parse(localStorage.getItem('access_token') ?? '""')
    const headers = { Authorization: `Bearer ${String(token)}` }
    const path = '/apiv2/kimi.gateway.code.v1.UsageService/ListUnifiedRequests'
    await (await fetch(path, { method: 'POST', body: '{}', headers })).text()
  })
  await expect(records).toHaveText('14 records kept', { timeout: 20_000 })
  const own = await openExtensionPage('extension/popup/index.html')
  expect(await countKept(own)).toMatchObject({ records: 14 })
})
