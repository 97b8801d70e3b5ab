import type { Observer } from '../observe/observer.ts'
import type { Call } from '../world/call.ts'
import { REWRAPPED, type Wording } from '../world/wording.ts'

/** What a client said of a refusal. */
export function clientWording({ refusal, caller }: Call, { rewrapped }: Observer): Wording {
  if (!refusal) throw new Error('only a refused call has an error text')
  return rewrapped && caller.client === 'kimi-cli' && refusal.wording.status === 403
    ? REWRAPPED
    : refusal.wording
}
