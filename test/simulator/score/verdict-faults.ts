import type { Cause, CauseVerdict } from '../../../shared/analyse/report.ts'
import { instant } from '../../../shared/time/instant.ts'
import { offsetAt, offsetZone, type KnownZone } from '../../../shared/time/zone.ts'
import type { Truth } from '../truth.ts'
import type { Call } from '../world/call.ts'
import type { PlacedIncident } from './place-incident.ts'
import type { Fault } from './result.ts'

/**
 * What would have refused in an incident that rests on silence, a mark or an undated text: nobody need have asked in it. As
 * with refusals, it is enough that some of it was so. None for an incident that is dated by refusals.
 */
export const wouldRefuseIn = (
  { incident, explicit, from, to }: PlacedIncident,
  { blocks }: Truth,
): readonly Cause[] =>
  explicit || incident.block.within
    ? []
    : blocks.flatMap((block) => (block.from < to && from < block.until ? [block.cause] : []))

/** What really refused in and around an incident. */
interface Refused {
  /** The refusals that it holds. */
  readonly held: readonly Call[]
  /** Those, and others that clocks which are off may have put into it. */
  readonly near: readonly Call[]
  /** What else would have refused in it. */
  readonly unasked: readonly Cause[]
}

/**
 * What an incident says that is not so. Of two that meet, a cause is wrongly supported if it refused in neither of them,
 * and wrongly contradicted if it refused in this one.
 */
export function verdictFaults(
  seed: number,
  placed: PlacedIncident,
  { held, near, unasked }: Refused,
  zone: KnownZone,
): readonly Fault[] {
  const { verdicts } = placed.incident
  const real = new Set([...near.flatMap(({ refusal }) => refusal?.causes ?? []), ...unasked])
  const named = new Set(held.flatMap(({ refusal }) => refusal?.causes[0] ?? []))
  const main = mainCause(held)
  const fault = (kind: Fault['kind'], cause: Cause, details = ''): Fault => ({
    seed,
    kind,
    cause,
    text: `${describe(placed, verdicts, cause)}; truly ${[...named].join('+') || 'nothing refused'}${details}`,
  })
  return verdicts.flatMap((verdict): readonly Fault[] => {
    const { cause } = verdict
    const faults: Fault[] = []
    if (verdict.verdict === 'supported' && !real.has(cause))
      faults.push(fault('wrong_cause_supported', cause))
    if (verdict.verdict === 'contradicted' && named.has(cause))
      faults.push(fault(cause === main ? 'true_cause_contradicted' : 'minor_cause_contradicted', cause))
    if (cause === main) faults.push(...offsetFaults(verdict, placed, zone, fault))
    return faults
  })
}

function offsetFaults(
  { cause, byOffset, offsetsExcluded, verdict }: CauseVerdict,
  { from }: PlacedIncident,
  zone: KnownZone,
  fault: (kind: Fault['kind'], cause: Cause, details?: string) => Fault,
): readonly Fault[] {
  if (!byOffset) return []
  const offset = offsetZone(offsetAt(zone, instant(from)))
  if (offsetsExcluded.some((each) => each.offset === offset))
    return [fault('true_offset_excluded', cause, `, ${offset}`)]
  return byOffset[offset] === 'contradicted' && verdict !== 'contradicted'
    ? [fault('true_offset_contradicts', cause, `, ${offset}`)]
    : []
}

/** The cause of most of the refusals. */
function mainCause(held: readonly Call[]): Cause | null {
  const counts = new Map<Cause, number>()
  for (const { refusal } of held)
    if (refusal) counts.set(refusal.causes[0], (counts.get(refusal.causes[0]) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

function describe(
  { incident, from, to }: PlacedIncident,
  verdicts: readonly CauseVerdict[],
  cause: Cause,
): string {
  const facts = verdicts.find((each) => each.cause === cause)?.facts ?? []
  const said = facts.map(
    ({ rule, bearing, strong, direct }) =>
      `${rule}(${bearing}${direct ? ' direct' : strong ? ' strong' : ''})`,
  )
  const times = [from, to].map((at) => instantText(at)).join(' to ')
  return `${incident.block.grade} ${times}: ${said.join(', ') || 'no facts'}`
}

const instantText = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'UTC' }).format(at)
