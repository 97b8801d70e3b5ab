import { MINUTE } from '../../../shared/time/duration.ts'
import type { ErrorClass } from '../../../shared/evidence/error-observation.ts'
import type { Cause } from '../../../shared/analyse/report.ts'
import type { Examined } from '../score.ts'
import type { TrueBlock } from '../truth.ts'
import type { Call } from '../world/call.ts'
import type { BlockEvidence } from './result.ts'

/** What the observer has of a true block. */
export function blockEvidence(block: TrueBlock, { observer, observed, world }: Examined): BlockEvidence {
  const texts = block.refused.filter(({ number }) => observed.datedTexts.has(number))
  const { wallet, terms } = world.scenario
  return {
    shown: block.refused.some(({ number }) => observed.shownRefusals.has(number)),
    named: texts.some((call) => names(call, block.cause, observer.rewrapped)),
    anyText: texts.length > 0,
    denseMeters: observer.metersEvery !== null && observer.metersEvery <= 5 * MINUTE && observer.metersDated,
    plainMeters:
      observer.foreign === 'none' &&
      observer.clock !== 'wall_zone_unknown' &&
      observer.style !== 'placeholder' &&
      wallet.from === wallet.to &&
      terms.length === 1 &&
      block.also.length === 0 &&
      (block.cause !== 'quota_month' || observer.style !== 'count'),
  }
}

const NAMED: Partial<Readonly<Record<ErrorClass, Cause>>> = {
  window_5h: 'quota_5h',
  window_7d: 'quota_7d',
  window_month: 'quota_month',
  concurrency: 'concurrency',
  overloaded: 'platform',
  service: 'platform',
  auth: 'account',
  account: 'account',
  client_not_allowed: 'account',
  plan_access: 'account',
}

function names({ refusal, caller }: Call, cause: Cause, rewrapped: boolean): boolean {
  if (!refusal) return false
  const { status, errorClass } = refusal.wording
  if (status === 402 || (rewrapped && status === 403 && caller.client === 'kimi-cli')) return false
  // Kimi's own clients are allowed: refused all the same, it may be a fault of the service.
  if (errorClass === 'client_not_allowed' && caller.client.startsWith('kimi')) return false
  return NAMED[errorClass] === cause
}
