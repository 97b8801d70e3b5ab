import { MINUTE } from '../../shared/time/duration.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { PLANTED } from './scenario.ts'

/** An access token lives about a quarter of an hour (docs/kimi.md#console-services). */
const LIFE = 15 * MINUTE

/** The sign-in of the replica: gives tokens out, and knows how long each is good for. */
export interface Tokens {
  readonly renew: (accountId: string, now: Instant) => string
  readonly isGood: (authorization: string | null, now: Instant) => boolean
  /** All that were given out are too old from now on, as after a quarter of an hour. */
  readonly expire: () => void
}

export function newTokens(): Tokens {
  const ends = new Map<string, number>()
  return {
    renew: (accountId, now) => {
      const claims = { typ: 'access', sub: accountId, device_id: PLANTED.deviceId, n: ends.size }
      const exp = Math.floor((now + LIFE) / 1000)
      const token = [base64({ alg: 'HS512', typ: 'JWT' }), base64({ ...claims, exp }), PLANTED.token].join(
        '.',
      )
      ends.set(token, now + LIFE)
      return token
    },
    isGood: (authorization, now) => {
      const end = ends.get(authorization?.replace(/^Bearer /, '') ?? '')
      return end !== undefined && now < end
    },
    expire: () => ends.clear(),
  }
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
