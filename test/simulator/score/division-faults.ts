import { HOUR } from '../../../shared/time/duration.ts'
import type { Cause } from '../../../shared/analyse/report.ts'
import type { Examined } from './examined.ts'
import type { Call } from '../world/call.ts'
import { namesItsCause } from './block-evidence.ts'
import type { PlacedIncident } from './place-incident.ts'

/** Refusals that nobody asks between for longer than this are two incidents even where nothing succeeded. */
const NOBODY_ASKED = 6 * HOUR

/** Incidents that follow each other although no request was taken between the refusals of theirs that were shown. */
export function twoOfOne(
  placed: readonly PlacedIncident[],
  heldBy: (each: PlacedIncident) => readonly Call[],
  { world, observer, observed: { shownRefusals } }: Examined,
): readonly PlacedIncident[] {
  const shown = (each: PlacedIncident) => heldBy(each).filter(({ number }) => shownRefusals.has(number))
  if (observer.foreign === 'all') return []
  const sorted = placed.filter(({ explicit }) => explicit).toSorted((a, b) => a.from - b.from)
  return sorted.filter((next, index) => {
    const before = sorted[index - 1]
    if (!before || (before.incident.block.span === null) !== (next.incident.block.span === null)) return false
    const [last, first] = [shown(before).at(-1), shown(next)[0]]
    if (!last || !first || first.start - last.end > NOBODY_ASKED || first.start <= last.end) return false
    return !isServedWithin(world.calls, last.end, first.start)
  })
}

const isServedWithin = (calls: readonly Call[], from: number, to: number): boolean =>
  calls.some(
    ({ refusal, start, end }) => !refusal && ((start >= from && start <= to) || (end >= from && end <= to)),
  )

interface Run {
  readonly cause: Cause
  readonly calls: readonly Call[]
}

/** Refusals in the order of time, by the cause that refused. */
function runsOf(held: readonly Call[]): readonly Run[] {
  const runs: { cause: Cause; calls: Call[] }[] = []
  for (const call of held) {
    const cause = call.refusal?.causes[0]
    if (cause === undefined) continue
    const last = runs.at(-1)
    if (last?.cause === cause) last.calls.push(call)
    else runs.push({ cause, calls: [call] })
  }
  return runs
}

/** Whether an incident holds one cause after the other, not mixed, with dated texts of each that name it. One word alone may be a stray. */
export function showsChange(held: readonly Call[], { world, observed, observer }: Examined): boolean {
  const runs = runsOf(held)
  if (runs.length !== 2) return false
  const isNamed = ({ cause, calls }: Run) =>
    calls.filter(
      (call) => observed.datedTexts.has(call.number) && namesItsCause(call, cause, observer.rewrapped),
    ).length > 1
  const isServed = runs.slice(1).some((run, index) => {
    const [last, first] = [runs[index]?.calls.at(-1), run.calls[0]]
    return !last || !first || isServedWithin(world.calls, last.end, first.start)
  })
  return !isServed && runs.every(isNamed)
}
