import type { BrowserContext, Route } from '@playwright/test'
import { systemClock } from '../../shared/time/clock.ts'
import { pageFile } from './page-file.ts'
import type { Scenario } from './scenario.ts'
import { answerCall, answerRenewal } from './services.ts'
import { shellOf } from './shell.ts'
import { newTokens } from './tokens.ts'

/** What a test may do to the replica while it runs, and see of it. */
export interface Replica {
  /** A quarter of an hour goes by: every token is too old, until the page renews its own. */
  readonly expireTokens: () => void
  /** Paths that the page and the extension asked for, oldest first. */
  readonly asked: readonly string[]
}

export const REPLICA_HOSTS = ['https://www.kimi.com', 'https://www.kimi.ai'] as const

const CSP = { 'Content-Security-Policy': "script-src 'self' 'unsafe-inline'" }

/**
 * Stands in for www.kimi.com and www.kimi.ai in a browser context: nothing leaves the machine. `scenario` is asked at
 * every call, so a test may change what there is to see.
 */
export async function serveReplica(context: BrowserContext, scenario: () => Scenario): Promise<Replica> {
  const tokens = newTokens()
  const asked: string[] = []

  const answer = async (route: Route): Promise<void> => {
    const request = route.request()
    const { pathname } = new URL(request.url())
    asked.push(pathname)
    if (pathname.startsWith('/assets/')) {
      const file = await pageFile(pathname.slice('/assets/'.length))
      await route.fulfill(file ?? { status: 404 })
    } else if (pathname.startsWith('/apiv2/') || pathname.startsWith('/api/')) {
      const call = {
        path: pathname,
        verb: request.method(),
        authorization: request.headers()['authorization'] ?? null,
      }
      const now = systemClock.now()
      const { status, headers, body, delay } =
        pathname === '/api/auth/token/refresh'
          ? answerRenewal(scenario(), tokens, now)
          : answerCall(scenario(), call, tokens, now)
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
      await route.fulfill({ status, headers, contentType: 'application/json', body })
    } else {
      await route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: CSP,
        body: shellOf(scenario()),
      })
    }
  }
  for (const host of REPLICA_HOSTS) await context.route(`${host}/**`, answer)
  return { expireTokens: tokens.expire, asked }
}
