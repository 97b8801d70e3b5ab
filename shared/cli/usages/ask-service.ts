import { SECOND } from '../../time/duration.ts'
import type { Answer } from '../world.ts'

/** As long as Kimi's own client waits. */
const LONGEST_WAIT = 8 * SECOND
/** A body is about two kilobytes. */
const LONGEST_BODY = 200_000

/** The one call that the command makes, and only when it is asked to, with a key from the environment. */
export async function askService(address: string, key: string): Promise<Answer> {
  const response = await fetch(address, {
    headers: { Authorization: `Bearer ${key}`, Accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_WAIT),
  })
  const text = response.ok ? await response.text() : null
  return {
    status: response.status,
    retryAfter: response.headers.get('Retry-After'),
    body: text !== null && text.length <= LONGEST_BODY ? text : null,
  }
}
