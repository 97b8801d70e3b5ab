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

/** The world of the content script; it is there from the beginning of the document. */
async function contentWorld(session: CDPSession): Promise<number> {
  const worlds: { readonly id: number; readonly origin: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context))
  await session.send('Runtime.enable') // tells all that are there, before it answers
  const ours = worlds.find(({ origin }) => origin.startsWith('chrome-extension://'))
  if (!ours) throw new Error('the page has no content script of ours')
  return ours.id
}
