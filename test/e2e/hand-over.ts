import type { BrowserContext, Page } from '@playwright/test'

/** Pages share half of their rows; each hundredth begins 50 rows after what the one before it showed. */
export const HANDED = { ROWS: 100, STEP: 50, LEAP: 150, EVERY: 100 } as const

/** The content script's own world in a page: what is evaluated there goes the way of its messages. */
async function contentWorld(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page)
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context: world }) => {
      if (world.name === 'Quotascope') resolve(world.id)
    })
  })
  await session.send('Runtime.enable')
  return { session, contextId: await found }
}

/** Runs in the content script's world: hands pages over one by one, each until it is acknowledged. */
async function handOver(from: number, to: number, step: number, leap: number, every: number, rows: number) {
  const start = Date.UTC(2026, 4, 1)
  for (let page = from; page < to; page++) {
    const first = page * step + Math.floor(page / every) * (leap - step)
    const requests = Array.from({ length: rows }, (_, index) => {
      const n = first + rows - 1 - index
      return {
        requestId: `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
        requestTime: new Date(start + n * 30_000).toISOString(),
        userAgent: 'KimiCLI/1.16.0',
        success: true,
        httpStatusCode: 200,
      }
    })
    const message = {
      kind: 'capture',
      id: `11111111-0000-4000-8000-${page.toString(16).padStart(12, '0')}`,
      at: start + (first + rows - 1) * 30_000 + 1_000,
      method: 'ListUnifiedRequests',
      body: JSON.stringify({ requests }),
    }
    for (let reply: unknown; ;) {
      reply = await chrome.runtime.sendMessage(message).catch(() => undefined)
      if (typeof reply === 'object' && reply !== null && Reflect.get(reply, 'ok') === true) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** Hands pages over by number, as a page of the console would; resolves once all of them are acknowledged. */
export async function handingOver(
  context: BrowserContext,
  page: Page,
): Promise<(from: number, to: number) => Promise<void>> {
  const { session, contextId } = await contentWorld(context, page)
  const { ROWS, STEP, LEAP, EVERY } = HANDED
  return async (from, to) => {
    const args = [from, to, STEP, LEAP, EVERY, ROWS].join(', ')
    const { exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(${handOver.toString()})(${args})`,
      contextId,
      awaitPromise: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.text)
  }
}
