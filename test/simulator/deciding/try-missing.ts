import type { Incident, MissingEvidence, Report } from '../../../shared/analyse/report.ts'
import type { MissingKind } from '../../../shared/analyse/rule-names.ts'
import { difficultiesOf } from '../difficulties/list.ts'
import { examineBy, playedAndLookedAt } from '../examine.ts'
import type { Observer } from '../observe/observer.ts'
import { holdsCall, placeIncident, resolutionOf, type PlacedIncident } from '../score/place-incident.ts'
import type { World } from '../world/run.ts'
import { supplied } from './supply.ts'

/** A piece of evidence that a report missed, and what it did once it was there. */
export interface TriedEvidence {
  readonly kind: MissingKind
  /** What the report said of it. */
  readonly decides: boolean
  /** `none`: in that run there is no such evidence. */
  readonly came: 'decided' | 'open' | 'none'
}

/** Gives each undecided incident of a run, one at a time, each piece of evidence that its report misses. */
export function tryMissing(seed: number): readonly TriedEvidence[] {
  const difficulties = difficultiesOf(seed, null)
  const { world, truth, observer } = playedAndLookedAt(seed, difficulties)
  const reportBy = (by: Observer) => examineBy(by, world, truth, difficulties).report
  return placedIn(reportBy(observer), world).flatMap((placed) =>
    placed.incident.missing.map((missing): TriedEvidence => {
      const { kind, decides } = missing
      const refused = world.calls.filter(
        (call) => call.refusal && holdsCall(placed, call, resolutionOf(observer)),
      )
      const better = supplied(observer, missing, refused, world)
      const came = better ? cameOf(placed, missing, reportBy(better), world) : 'none'
      return { kind, decides, came }
    }),
  )
}

const placedIn = ({ incidents }: Report, { scenario }: World): readonly PlacedIncident[] =>
  incidents.flatMap((incident) => placeIncident(incident, scenario.zone) ?? [])

/** Decided: a cause leads, or all that were in question are settled, or it is seen that nothing was refused. */
function cameOf(before: PlacedIncident, { causes }: MissingEvidence, report: Report, world: World) {
  const now = placedIn(report, world).filter(({ from, to }) => from <= before.to && to >= before.from)
  if (now.some(({ incident }) => incident.leading !== 'unknown')) return 'decided'
  const isSettled = ({ verdicts }: Incident) =>
    verdicts.every(
      ({ cause, verdict }) =>
        !causes.includes(cause) || verdict === 'supported' || verdict === 'contradicted',
    )
  return now.every(({ incident }) => isSettled(incident)) ? 'decided' : 'open'
}
