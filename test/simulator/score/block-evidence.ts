import { MINUTE } from '../../../shared/time/duration.ts'
import type { ErrorClass } from '../../../shared/evidence/kinds/error-observation.ts'
import type { Cause } from '../../../shared/analyse/report.ts'
import { hasDenseMeters, type Observer } from '../observe/observer.ts'
import type { Examined } from './examined.ts'
import type { TrueBlock } from '../truth.ts'
import type { Call } from '../world/call.ts'
import type { BlockEvidence } from './result.ts'

/** What the observer has of a true block. */
export function blockEvidence(block: TrueBlock, examined: Examined): BlockEvidence {
  const { observer, observed, world } = examined
  const texts = block.refused.filter(({ number }) => observed.datedTexts.has(number))
  const { wallet, terms } = world.scenario
  return {
    shown: block.refused.some(({ number }) => observed.shownRefusals.has(number)),
    named: texts.some((call) => namesItsCause(call, block.cause, observer.rewrapped)),
    anyText: texts.length > 0,
    denseMeters: hasDenseMeters(observer),
    plainMeters:
      observer.foreign === 'none' &&
      observer.clock !== 'wall_zone_unknown' &&
      observer.style !== 'placeholder' &&
      wallet.from === wallet.to &&
      terms.length === 1 &&
      block.also.length === 0 &&
      (block.cause !== 'quota_month' || observer.style !== 'count'),
    durations: block.refused.some(({ caller }) => givesDurations(caller, observer)),
    everyClient:
      observer.pages === 'always_open' &&
      observer.clock === 'utc' &&
      world.calls.every((call) => !isNear(call, block) || givesDurations(call.caller, observer)),
    capRead: observer.metersEvery !== null && observer.metersDated && observer.style !== 'stats',
    quotasRead:
      hasDenseMeters(observer) &&
      observer.foreign === 'none' &&
      observer.style !== 'placeholder' &&
      (observer.style !== 'count' || !world.scenario.terms[0].windows.some(({ kind }) => kind === 'month')),
    serverSaid: block.refused.some((call) => saysServerFault(call, examined)),
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

export function namesItsCause({ refusal, caller }: Call, cause: Cause, rewrapped: boolean): boolean {
  if (!refusal) return false
  const { status, errorClass } = refusal.wording
  if (status === 402 || (rewrapped && status === 403 && caller.client === 'kimi-cli')) return false
  // Kimi's own clients are allowed: refused all the same, it may be a fault of the service.
  if (errorClass === 'client_not_allowed' && caller.client.startsWith('kimi')) return false
  return NAMED[errorClass] === cause
}

const givesDurations = (
  { client, device }: Call['caller'],
  { callsLogged, errors, logsOf }: Observer,
): boolean => callsLogged && errors === 'log' && client === 'kimi-code' && (device === 0 || logsOf === 'all')

/** Whether a call may have been in flight with a refusal of the block. */
const isNear = ({ start, end }: Call, { from, lastRefusal }: TrueBlock): boolean =>
  end >= from - 15 * MINUTE && start <= lastRefusal + MINUTE

const SERVER_FAULTS: ReadonlySet<ErrorClass> = new Set(['overloaded', 'service'])

/** A dated text says it, or a row that shows statuses. */
function saysServerFault({ number, refusal }: Call, { observed, observer }: Examined): boolean {
  if (!refusal) return false
  const { status, errorClass } = refusal.wording
  if (observed.datedTexts.has(number)) return SERVER_FAULTS.has(errorClass)
  return observer.clock === 'utc' && status >= 500 && observed.shownRefusals.has(number)
}
