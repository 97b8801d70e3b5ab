// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LayoutTrouble } from '../../../extension/page/layout-trouble.ts'
import { createPageReader } from '../../../extension/page/page-reader.ts'
import type { ShownCapture } from '../../../extension/page/shown-captures.ts'
import { later, type Instant } from '../../../shared/time/instant.ts'
import { seedScenario } from '../../replica/seed-scenario.ts'
import { at } from '../../time/given.ts'
import { drawConsole } from './draw-replica.ts'
import { eventually } from '../../eventually.ts'

const START = at('2026-03-02T16:37:15Z')

/** A reader on the document, with a clock that is put forward by hand. */
function watchedPage() {
  let now: Instant = START
  let calls: { readonly due: Instant; readonly call: () => void }[] = []
  const texts: ShownCapture[] = []
  const troubles: (LayoutTrouble | null)[] = []
  const signedOut = vi.fn()
  const reader = createPageReader(document, {
    now: () => now,
    after: (ms, call) => void calls.push({ due: later(now, ms), call }),
    language: () => 'en',
    onText: (text) => texts.push(text),
    onTrouble: (trouble) => troubles.push(trouble),
    onSignedOut: signedOut,
  })
  const changed = () => eventually(() => expect(calls.length).toBeGreaterThan(0))
  const forward = (seconds: number) => {
    now = later(now, seconds * 1000)
    const due = calls.filter((each) => each.due <= now)
    calls = calls.filter((each) => each.due > now)
    for (const { call } of due) call()
  }
  return { reader, texts, troubles, signedOut, changed, forward }
}

const sources = (texts: readonly ShownCapture[]) => texts.map(({ source }) => source).toSorted()

describe('the page reader', () => {
  beforeEach(() => {
    document.body.innerHTML = ''
    location.href = 'https://www.kimi.com/code/console'
  })

  it('reads what no answer has given, as of the moment when it came into sight', async () => {
    const { texts, changed, forward, troubles } = watchedPage()
    await drawConsole(seedScenario())
    await changed()
    forward(2)
    expect(texts).toEqual([])
    forward(1)
    expect(sources(texts)).toEqual(['device_text', 'history_text', 'key_text', 'quota_cards'])
    expect(texts.every((text) => text.at === START)).toBe(true)
    expect(troubles.at(-1)).toBeNull()
  })

  it('reads nothing that the page’s own answers have given', async () => {
    const { reader, texts, changed, forward } = watchedPage()
    await drawConsole(seedScenario())
    await changed()
    for (const method of [
      'ListUnifiedRequests',
      'GetSubscriptionStats',
      'ListDevices',
      'ListAPIKeys',
    ] as const)
      reader.noteUnderstood(method)
    forward(3)
    expect(texts).toEqual([])
  })

  it('tells an answer that was not understood by what the page shows', async () => {
    const { reader, texts, changed, forward } = watchedPage()
    await drawConsole(seedScenario())
    await changed()
    for (const method of ['GetUsages', 'ListDevices', 'ListAPIKeys'] as const) reader.noteUnderstood(method)
    forward(3)
    expect(sources(texts)).toEqual(['history_text'])
  })

  it('hands the same over once, however often the page is redrawn', async () => {
    const { texts, changed, forward } = watchedPage()
    for (let redraw = 0; redraw < 5; redraw++) {
      await drawConsole(seedScenario())
      await changed()
      forward(3)
    }
    expect(texts).toHaveLength(4)
  })

  it('waits before it calls a layout unknown, and takes it back when the page is there', async () => {
    const { troubles, changed, forward } = watchedPage()
    document.body.innerHTML = '<p>loading</p>'
    await changed()
    forward(3)
    expect(troubles.at(-1)).toBeNull()
    forward(8)
    expect(troubles.at(-1)?.failed).toContain('usage history: not found')
    await drawConsole(seedScenario())
    await changed()
    forward(3)
    expect(troubles.at(-1)).toBeNull()
  })

  it.each([
    ['English', '<h1>Kimi Code</h1><button>Log in</button>', 1],
    ['Chinese', '<h1>Kimi Code</h1><button>登录 / 注册</button>', 1],
    ['a console that offers another sign-in', '<h2>Usage History</h2><button>Log in</button>', 0],
    ['a page without the words', '<h1>Kimi Code</h1>', 0],
  ])('tells once that the page asks to sign in, when it has had its time: %s', async (_, html, times) => {
    const { signedOut, changed, forward, texts } = watchedPage()
    document.body.innerHTML = html
    await changed()
    forward(3)
    expect(signedOut).not.toHaveBeenCalled()
    forward(8)
    document.body.append('more')
    forward(8)
    expect(signedOut).toHaveBeenCalledTimes(times)
    expect(texts).toEqual([])
  })

  it('takes a page for signed in whose calls are answered', async () => {
    const { reader, signedOut, changed, forward } = watchedPage()
    document.body.innerHTML = '<button>Log in</button>'
    await changed()
    reader.noteUnderstood('GetSubscriptionStats')
    forward(3)
    forward(8)
    expect(signedOut).not.toHaveBeenCalled()
  })

  it('knows the address of a sign-in page', async () => {
    location.href = 'https://www.kimi.com/login?from=/code/console'
    const { signedOut } = watchedPage()
    document.body.innerHTML = '<input />'
    await eventually(() => expect(signedOut).toHaveBeenCalledOnce())
  })

  it('does nothing on other pages', async () => {
    location.href = 'https://www.kimi.com/chat'
    const { texts, forward } = watchedPage()
    await drawConsole(seedScenario())
    await Promise.resolve()
    forward(30)
    expect(texts).toEqual([])
  })

  it('leaves the page alone once it is stopped', async () => {
    const { reader, texts, signedOut, changed, forward } = watchedPage()
    await drawConsole(seedScenario())
    await changed()
    reader.stop()
    forward(60)
    document.body.append('something new')
    history.pushState(null, '', '/login')
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    forward(60)
    expect([texts, signedOut.mock.calls]).toEqual([[], []])
  })
})
