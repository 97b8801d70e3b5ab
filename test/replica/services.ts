import type { Instant } from '../../shared/time/instant.ts'
import { bodyOf } from './bodies.ts'
import { answerWith, refusal, type ReplicaAnswer } from './faults.ts'
import type { Scenario } from './scenario.ts'
import type { Tokens } from './tokens.ts'

export interface ReplicaCall {
  readonly path: string
  readonly verb: string
  readonly authorization: string | null
}

/**
 * Answers a call of the console's services as docs/kimi.md#console-services describes them: POST, bearer token, Connect
 * errors.
 */
export function answerCall(
  scenario: Scenario,
  call: ReplicaCall,
  tokens: Tokens,
  now: Instant,
): ReplicaAnswer {
  if (call.verb !== 'POST') return { status: 405, headers: { Allow: 'POST' }, body: '', delay: 0 }
  if (!tokens.isGood(call.authorization, now)) return refusal(401)
  const method = call.path.slice(call.path.lastIndexOf('/') + 1)
  const value = bodyOf(scenario, method)
  if (value === null) return refusal(404)
  return answerWith(scenario.faults[method] ?? scenario.faults['*'], value)
}

/**
 * The page renews its sign-in by itself, with a token that the extension never touches (docs/kimi.md#console-services).
 */
export function answerRenewal(scenario: Scenario, tokens: Tokens, now: Instant): ReplicaAnswer {
  if (!scenario.signedIn) return refusal(401)
  return answerWith(undefined, { access_token: tokens.renew(scenario.accountId, now) })
}
