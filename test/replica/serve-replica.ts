import type { BrowserContext } from '@playwright/test'
import { replicaAnswers, type Replica } from './replica-answers.ts'
import type { Scenario } from './scenario.ts'

export type { Replica } from './replica-answers.ts'

const REPLICA_HOSTS = ['https://www.kimi.com', 'https://www.kimi.ai'] as const

/**
 * Stands in for www.kimi.com and www.kimi.ai in a browser context: nothing leaves the machine. `scenario` is asked at
 * every call, so a test may change what there is to see.
 */
export async function serveReplica(context: BrowserContext, scenario: () => Scenario): Promise<Replica> {
  const { answer, expireTokens, asked } = replicaAnswers(scenario)
  for (const host of REPLICA_HOSTS)
    await context.route(`${host}/**`, async (route) => {
      const request = route.request()
      await route.fulfill(
        await answer({
          path: new URL(request.url()).pathname,
          verb: request.method(),
          authorization: request.headers()['authorization'] ?? null,
        }),
      )
    })
  return { expireTokens, asked }
}
