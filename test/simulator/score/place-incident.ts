import type { Incident, Report } from '../../../shared/analyse/report.ts'
import type { ErrorObservation } from '../../../shared/evidence/kinds/error-observation.ts'
import { SECOND } from '../../../shared/time/duration.ts'
import { instantsOfWall } from '../../../shared/time/wall.ts'
import type { KnownZone } from '../../../shared/time/zone.ts'
import type { Observer } from '../observe/observer.ts'
import type { Call } from '../world/call.ts'

/** A reported incident on the true clock. */
export interface PlacedIncident {
  readonly incident: Incident
  readonly from: number
  readonly to: number
  /** Dated by refusals themselves, not by silence, a mark or a reading. */
  readonly explicit: boolean
  /** The same, and if only to a stretch: its clock is off, or was put back. */
  readonly dated: boolean
}

/** Where an incident lies in truth. What has no zone is placed by the true one, which only the score knows. */
export function placeIncident(incident: Incident, zone: KnownZone): PlacedIncident | null {
  const { span, local, grade, within } = incident.block
  const byRefusals = grade === 'error_text' || grade === 'failed_rows'
  const explicit = byRefusals && !within
  const dated = byRefusals && !isPasted(incident)
  if (span) return { incident, ...span, explicit, dated }
  if (!local) return null
  const from = instantsOfWall(local.from, zone)[0]
  const to = instantsOfWall(local.to, zone).at(-1)
  return from === undefined || to === undefined
    ? null
    : { incident, from, to: Math.max(from, to), explicit, dated }
}

const isPasted = ({ verdicts }: Incident): boolean =>
  verdicts.some(({ facts }) => facts.some(({ rule }) => rule === 'premise_pasted_together'))

/** The parts of an incident, each as an incident of its own; none of one that has but one. */
export function partsOf({ incident, explicit, dated }: PlacedIncident): readonly PlacedIncident[] {
  if (incident.parts.length === 1) return []
  return incident.parts.flatMap(({ span, leading, verdicts }) =>
    span ? [{ incident: { ...incident, leading, verdicts }, ...span, explicit, dated }] : [],
  )
}

/** How far off an edge may be by no fault of the analysis: clocks that are off, rounding to seconds or minutes. */
export const resolutionOf = ({ readerAhead, logAhead, errors }: Observer): number =>
  2 * SECOND + Math.abs(readerAhead) + Math.abs(logAhead) + (errors === 'few_dated' ? 60 * SECOND : 0)

/** Whether the clock of a log was found to be off. */
export const isLogClockFound = ({ findings }: Report): boolean =>
  findings.some(({ kind }) => kind.startsWith('log_clock_'))

/**
 * The same for one incident: what rows alone tell is no further off for a log with a wrong clock, nor is what a log tells
 * whose clock was found to be off, since that is dated by rows or widened.
 */
export const resolutionFor = ({ incident }: PlacedIncident, observer: Observer, report: Report): number =>
  incident.block.grade === 'error_text' && !isLogClockFound(report)
    ? resolutionOf(observer)
    : resolutionOf({ ...observer, logAhead: Math.min(Math.abs(observer.logAhead), ORDINARY) })

/** By how much clocks are off that are kept by a time server. */
const ORDINARY = 5 * SECOND

/** Whether a refused call lies in the incident. */
export const holdsCall = ({ from, to }: PlacedIncident, call: Call, resolution: number): boolean =>
  call.end >= from - resolution && call.start <= to + resolution

/**
 * The refused calls that an incident holds. What lies in it only by what clocks may be off, and outright in another, is of
 * that one: of two incidents that meet at a success, neither is judged by the refusals of the other.
 */
export function callsHeldBy(
  each: PlacedIncident,
  all: readonly PlacedIncident[],
  refused: readonly Call[],
  resolution: number,
): readonly Call[] {
  const others = all.filter((other) => other !== each && other.explicit)
  const held = refused.filter((call) => holdsCall(each, call, resolution))
  const own = held.filter(
    (call) => holdsCall(each, call, 0) || !others.some((other) => holdsCall(other, call, 0)),
  )
  return own.length > 0 ? own : held
}

/**
 * Of the refusals in the stretch of an incident those that it tells of: one that is known by a text which was pasted beside a reading
 * is of that refusal, wherever it was in the stretch, and of no other that came up in the same hours. All of them where none
 * said so.
 */
export function saidByPaste(
  { incident }: PlacedIncident,
  errors: readonly ErrorObservation[],
  calls: readonly Call[],
): readonly Call[] {
  if (!isPasted(incident)) return calls
  const texts = errors.filter(({ id }) => incident.block.refs.includes(id)).map(({ message }) => message)
  const own = calls.filter(({ refusal }) =>
    texts.some((text) => refusal && text.includes(refusal.wording.message)),
  )
  return own.length > 0 ? own : calls
}
