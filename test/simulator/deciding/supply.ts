import type { MissingEvidence } from '../../../shared/analyse/report.ts'
import type { MissingKind } from '../../../shared/analyse/rule-names.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import type { Observer } from '../observe/observer.ts'
import type { Call } from '../world/call.ts'
import type { World } from '../world/run.ts'

const LOG_OF_ALL: Partial<Observer> = { errors: 'log', logsOf: 'all', rewrapped: false }
const HISTORY: Partial<Observer> = { pages: 'always_open', capturesDated: true }

/** Texts that fit more than one cause (docs/kimi.md#error-texts): where the service says these, none names its limit. */
const NAMES_NOTHING: ReadonlySet<string> = new Set([
  'rate_or_concurrency',
  'quota_unnamed',
  'balance',
  'other',
])

/**
 * The observer with that evidence as well, and with the zone, which is asked for before all else. Null where there is no
 * such evidence: no reading tells of a limit that the plan has not, no text names what the service did not name.
 */
export function supplied(
  observer: Observer,
  { kind, values: { window } }: MissingEvidence,
  refused: readonly Call[],
  { scenario }: World,
): Observer | null {
  const [terms] = scenario.terms
  if (window && !terms.windows.some((each) => each.kind === window.value)) return null
  const added = evidenceOf(kind, observer, refused, scenario.end)
  const isZoneKnown = observer.clock !== 'wall_zone_unknown'
  return added && { ...observer, clock: isZoneKnown ? observer.clock : 'wall_zone_known', ...added }
}

function evidenceOf(
  kind: MissingKind,
  { style }: Observer,
  refused: readonly Call[],
  end: number,
): Partial<Observer> | null {
  switch (kind) {
    case 'zone':
      return {}
    case 'error_date':
    case 'error_text':
    case 'error_text_naming':
      return refused.some(isNamed) ? LOG_OF_ALL : null
    case 'refusal_times':
      return refused.length > 0 ? { ...LOG_OF_ALL, refusedRows: 'all' } : null
    case 'meter_reading':
    case 'meter_reset':
    case 'meter_explicit':
    case 'meter_full_beyond_doubt':
    case 'cap':
      return {
        metersEvery: MINUTE,
        metersDated: true,
        lag: 0,
        walletShown: true,
        style: style === 'stats' && kind !== 'cap' ? 'stats' : 'both',
      }
    case 'history':
      return HISTORY
    case 'call_lengths':
      return { ...LOG_OF_ALL, ...HISTORY, callsLogged: true }
    case 'service_back':
      return { until: end }
    case 'nothing_known':
      return null
  }
}

const isNamed = ({ refusal }: Call): boolean =>
  refusal !== null && !NAMES_NOTHING.has(refusal.wording.errorClass)
