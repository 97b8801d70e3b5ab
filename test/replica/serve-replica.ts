import type { BrowserContext } from '@playwright/test'
import { replicaPage } from './page.ts'
import type { Scenario } from './scenario.ts'
import { answerCall } from './services.ts'

/**
 * Stands in for www.kimi.com in a browser context: nothing leaves the machine. `scenario` is asked at every call, so a
 * test may change what there is to see.
 */
export async function serveReplica(context: BrowserContext, scenario: () => Scenario): Promise<void> {
  await context.route('https://www.kimi.com/**', async (route) => {
    const request = route.request()
    const { pathname } = new URL(request.url())
    if (!pathname.startsWith('/apiv2/')) {
      await route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'Content-Security-Policy': "script-src 'self' 'unsafe-inline'" },
        body: replicaPage(scenario()),
      })
      return
    }
    const authorization = request.headers()['authorization'] ?? null
    const { status, body } = answerCall(scenario(), pathname, authorization)
    await route.fulfill({ status, contentType: 'application/json', body })
  })
}
