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

/** The world of the content script; it is there from the beginning of the document. */
async function contentWorld(session: CDPSession): Promise<number> {
  const worlds: { readonly id: number; readonly origin: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context))
  await session.send('Runtime.enable') // tells all that are there, before it answers
  const ours = worlds.find(({ origin }) => origin.startsWith('chrome-extension://'))
  if (!ours) throw new Error('the page has no content script of ours')
  return ours.id
}
