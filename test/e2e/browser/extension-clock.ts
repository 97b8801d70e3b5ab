import type { BrowserContext, CDPSession, Page } from '@playwright/test'

/**
 * Sets the clocks of the extension: of its worker, and of its content script in a page. Pictures are always of the same
 * moment, and the product itself has no switch for that. Browsers offer a clock for the page's own world only.
 */
export async function setExtensionClock(context: BrowserContext, page: Page, at: number): Promise<void> {
  for (const worker of context.serviceWorkers())
    await worker.evaluate((now) => {
      Date.now = () => now
    }, at)
  const session = await context.newCDPSession(page)
  const world = await contentWorld(session)
  await session.send('Runtime.evaluate', { expression: `Date.now = () => ${at}`, contextId: world })
  await session.detach()
}

/**
 * Lets time go by faster for the content script of a page, from now until the page is left: its clock, and its timers from
 * the next one on. What it waits for it then waits for as it would, only not as long.
 */
export async function hurryContentScript(context: BrowserContext, page: Page, times: number): Promise<void> {
  const session = await context.newCDPSession(page)
  const expression = `(${hurry.toString()})(${times})`
  await session.send('Runtime.evaluate', { expression, contextId: await contentWorld(session) })
  await session.detach()
}

/** Runs in the world that is to be hurried. */
function hurry(times: number): void {
  const begin = Date.now()
  const now = Date.now.bind(Date)
  const start = setTimeout.bind(globalThis)
  Date.now = () => begin + (now() - begin) * times
  Object.assign(globalThis, { setTimeout: (then: () => void, ms = 0) => start(then, ms / times) })
}

/**
 * Counts from now on how often the content script of a page asks to be called later. Gives a function that tells the
 * number since it was last asked, also once the extension is gone.
 */
export async function countWakings(context: BrowserContext, page: Page): Promise<() => Promise<unknown>> {
  const session = await context.newCDPSession(page)
  const contextId = await contentWorld(session)
  const run = (expression: string) =>
    session.send('Runtime.evaluate', { expression, contextId, returnByValue: true })
  await run(`(${wakings.toString()})()`)
  return async () => {
    const { result } = await run('[woken.count, (woken.count = 0)][0]')
    return result.value
  }
}

/** Runs in the world of the content script. */
function wakings(): void {
  const woken = { count: 0 }
  Object.assign(globalThis, { woken })
  for (const name of ['requestAnimationFrame', 'setTimeout', 'setInterval'] as const) {
    const whole: (...given: never[]) => unknown = globalThis[name].bind(globalThis)
    Object.assign(globalThis, { [name]: (...given: never[]) => [whole(...given), (woken.count += 1)][0] })
  }
}

/** The world of the content script; it is there from the beginning of the document. */
async function contentWorld(session: CDPSession): Promise<number> {
  const worlds: { readonly id: number; readonly origin: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context))
  await session.send('Runtime.enable') // tells all that are there, before it answers
  const ours = worlds.find(({ origin }) => origin.startsWith('chrome-extension://'))
  if (!ours) throw new Error('the page has no content script of ours')
  return ours.id
}
