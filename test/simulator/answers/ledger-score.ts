import { CAUSES, type Cause } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { clockOf } from '../../../shared/analyse/views/lanes.ts'
import { countHits, type MaybeHit, type SameHit, sameHitOf } from '../../../shared/analyse/views/year/hits.ts'
import { ledgerOf } from '../../../shared/analyse/views/year/ledger.ts'
import { dayOf } from '../../../shared/time/day.ts'
import { instant } from '../../../shared/time/instant.ts'
import { instantsOfWall, wallTime } from '../../../shared/time/wall.ts'
import { span, type Span } from '../../../shared/time/span.ts'
import { UNKNOWN_ZONE, UTC, type Zone } from '../../../shared/time/zone.ts'
import type { Examined } from '../score/examined.ts'
import type { Call } from '../world/call.ts'
import { termsAt, windowSpan } from '../world/terms.ts'

/** Whether the ledger of one week holds the truth. */
export interface WeekScore {
  readonly seed: number
  /** What is not so, in words; empty where all is. */
  readonly faults: readonly string[]
}

/**
 * Holds the ledger against what really refused: it may count no more than truly was, and no less than was shown. Weeks in
 * which nothing was refused and nothing is counted are left out. Another account's rows in the same input are of none.
 */
export function ledgerScores(examined: Examined): readonly WeekScore[] {
  const { world, observer, observed, analysis, report } = examined
  const { zone } = observed
  const { scenario, calls } = world
  if (observer.foreign === 'all') return []
  const shownZone: Zone = zone !== UNKNOWN_ZONE ? zone : clockOf(analysis) === 'wall' ? UNKNOWN_ZONE : UTC
  const last = dayOf(report.now, shownZone === UNKNOWN_ZONE ? scenario.zone : shownZone)
  const { weeks, elsewhere } = ledgerOf(analysis, last, shownZone)
  if (elsewhere > 0) return []
  const truly = (range: Span): Span =>
    shownZone === UNKNOWN_ZONE ? onTrueClock(range, scenario.zone) : range
  const refused = calls.filter(({ refusal, start }) => refusal !== null && start <= observer.until)
  const shown = refused.filter(({ number }) => observed.shownRefusals.has(number))
  const admitted = calls.filter(({ refusal }) => refusal === null)
  const { successRows, loggedSuccesses } = observed
  const shownServed = admitted.filter(({ number }) => successRows.has(number) || loggedSuccesses.has(number))
  const fewest = runsOf(shown, shownServed, SURELY)
  const known = [runsOf(shown, shownServed, MAYBE), runsOf(refused, admitted, MAYBE)]
  return weeks.flatMap((week) => {
    const period = truly(week.span)
    const counts = CAUSES.map((cause) => {
      const same = trulySame(cause, scenario.terms)
      const count = (some: readonly (readonly Call[])[]) =>
        countHits(
          some.flatMap((run) => joined(stretchesOf(run, cause), cause, same)),
          same,
          period,
        ).most
      const least = count(fewest.map((run) => ownOf(cause, run)))
      return { cause, said: week.hits[cause], least, most: Math.max(...known.map(count)) }
    })
    if (counts.every(({ said, most }) => said.most === 0 && most === 0)) return []
    const faults = counts.flatMap(({ cause, said, least, most }) => [
      ...(said.least > most ? [`${cause}: at least ${said.least}, truly ${most}`] : []),
      ...(said.most < least ? [`${cause}: at most ${said.most}, and ${least} shown`] : []),
    ])
    return [{ seed: scenario.seed, faults }]
  })
}

const onTrueClock = ({ from, to }: Span, zone: Exclude<Zone, 'unknown'>): Span => {
  const of = (wall: number) => instantsOfWall(wallTime(wall), zone)[0] ?? wall
  return span(of(from), of(to))
}

const stretchesOf = (calls: readonly Call[], cause: Cause): readonly MaybeHit[] =>
  calls
    .filter(({ refusal }) => refusal?.causes[0] === cause)
    .map(({ number, start, end }) => ({
      block: String(number),
      from: start,
      to: end,
      sure: true,
      within: false,
    }))

/** Refusals of one run are one stretch; of a quota those of one window. */
function joined(stretches: readonly MaybeHit[], cause: Cause, same: SameHit): readonly MaybeHit[] {
  const merged: MaybeHit[] = []
  for (const each of stretches) {
    const last = merged.at(-1)
    if (last && (!cause.startsWith('quota') || same(last, each)))
      merged.splice(-1, 1, { ...last, to: each.to })
    else merged.push(each)
  }
  return merged
}

/** Successes between two refusals: those that surely were, or all that a row may show there, whose time is start or end. */
type Between = (last: Call, next: Call, served: Call) => boolean

const SURELY: Between = (last, next, { start, end }) => start > last.end && end < next.start
const MAYBE: Between = (last, next, { start, end }) => end >= last.start && start <= next.end

/** So many successes in a row end a block (dated-blocks.ts). */
const SERVICE_BACK = 20

/** Refusals with no success between them, or that are mixed with successes, as blocks are told apart. */
function runsOf(
  refused: readonly Call[],
  served: readonly Call[],
  isBetween: Between,
): readonly (readonly Call[])[] {
  const { mixedGap, sameBlockGap } = DEFAULT_RULES
  const back = isBetween === MAYBE ? SERVICE_BACK : Number.POSITIVE_INFINITY
  const runs: Call[][] = []
  for (const call of refused) {
    const last = runs.at(-1)?.at(-1)
    const between = last ? served.filter((each) => isBetween(last, call, each)).length : 0
    const longest = between === 0 ? sameBlockGap : between < back ? mixedGap : -1
    if (last && call.start - last.end <= longest) runs.at(-1)?.push(call)
    else runs.push([call])
  }
  return runs
}

/** The refusals of one cause in a run; none where another one refused before the first and after the last of them: they are strays in its block. */
function ownOf(cause: Cause, run: readonly Call[]): readonly Call[] {
  const causeOf = ({ refusal }: Call) => refusal?.causes[0]
  const own = run.filter((call) => causeOf(call) === cause)
  const [first, last] = [own[0], own.at(-1)]
  const isStray = CAUSES.some((other) => {
    const others = run.filter((call) => other !== cause && causeOf(call) === other)
    const [before, after] = [others[0], others.at(-1)]
    return first && last && before && after && before.start <= first.start && after.start >= last.start
  })
  return isStray ? [] : own
}

/** Quotas by the windows that they truly have. */
function trulySame(cause: Cause, terms: Examined['world']['scenario']['terms']): SameHit {
  if (!cause.startsWith('quota')) return sameHitOf(cause, [])
  const windowAt = (at: number) => {
    const window = termsAt(terms, instant(at)).windows.find(({ kind }) => cause === `quota_${kind}`)
    return window ? windowSpan(window, at).to : null
  }
  return (earlier, later) => windowAt(earlier.from) === windowAt(later.from)
}
