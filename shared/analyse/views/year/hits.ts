import { DAY_OF_HOURS } from '../../../time/duration.ts'
import type { Span } from '../../../time/span.ts'
import type { Frame } from '../../clocks/placed-records.ts'
import type { Cause, Incident, IncidentPart, Report } from '../../report.ts'
import { WINDOW_LENGTH } from '../../rules.ts'
import { byCause } from './by-cause.ts'

/** A stretch in which a limit refused, or may have. */
export interface MaybeHit {
  /** The block that it is a part of. */
  readonly block: string
  readonly from: number
  readonly to: number
  /** The one cause of a refusal that surely was. */
  readonly sure: boolean
  /** It lies somewhere between its edges, and did not fill them. */
  readonly within: boolean
}

export type Hits = Readonly<Record<Cause, readonly MaybeHit[]>>

/** What each cause has refused, or may have, on one clock: by the parts of incidents, in the order of time. */
export function hitsOn({ incidents }: Pick<Report, 'incidents'>, clock: Frame['clock']): Hits {
  const all = incidents.flatMap((incident) =>
    incident.parts.flatMap((part) => {
      const edges = edgesOn(part, clock)
      return edges ? [{ incident, part, edges }] : []
    }),
  )
  const of = (cause: Cause): readonly MaybeHit[] =>
    all
      .flatMap(({ incident, part, edges: { from, to } }) => {
        const said = wordOn(cause, part, incident)
        const { id, block } = incident
        return said === null ? [] : [{ block: id, from, to, sure: said === 'sure', within: block.within }]
      })
      .toSorted((a, b) => a.from - b.from || a.to - b.to)
  return byCause(of)
}

/** The edges of a part on one clock; null where they are known on the other one only. */
export function edgesOn(
  { span, local }: Pick<IncidentPart, 'span' | 'local'>,
  clock: Frame['clock'],
): { readonly from: number; readonly to: number } | null {
  return clock === 'utc' ? span : span === null ? local : null
}

/**
 * Where one cause is shown, it is that one, and another may have joined in only where something speaks for it; else each
 * that is not ruled out may have been it.
 */
function wordOn(
  cause: Cause,
  { leading, verdicts }: IncidentPart,
  { block }: Incident,
): 'sure' | 'maybe' | null {
  if (leading === cause) return block.grade === 'suspected' ? 'maybe' : 'sure'
  const verdict = verdicts.find((each) => each.cause === cause)?.verdict
  return verdict === 'consistent' || (leading === 'unknown' && verdict !== 'contradicted') ? 'maybe' : null
}

/** Whether the later of two stretches is of the same hit as the earlier one; null where that is not known. */
export type SameHit = (earlier: MaybeHit, later: MaybeHit) => boolean | null

/** Two refusals by one window lie no further apart; of a month's length nothing is known but the calendar. */
const LONGEST: Partial<Readonly<Record<Cause, number>>> = {
  quota_5h: WINDOW_LENGTH['5h'],
  quota_7d: WINDOW_LENGTH['7d'],
  quota_month: 31 * DAY_OF_HOURS,
}

/**
 * How hits of a cause are told apart. A quota is used up once in a window, however often it refused in it; the others let
 * go when something succeeds, which is where a block ends.
 */
export function sameHitOf(cause: Cause, windows: readonly Span[]): SameHit {
  const longest = LONGEST[cause]
  if (longest === undefined) return (earlier, later) => earlier.block === later.block
  const windowOf = ({ from }: MaybeHit) => windows.find((window) => from >= window.from && from < window.to)
  return (earlier, later) => {
    if (later.from - earlier.from > longest) return false
    const [first, second] = [windowOf(earlier), windowOf(later)]
    return first && second ? first === second : null
  }
}

/** Of one cause at least and at most so many hits. */
export interface CountRange {
  readonly least: number
  readonly most: number
}

/**
 * Between how many hits a limit took in a stretch of time. A hit is of the stretch in which it begins, so what may go on
 * from before it does not surely count, and what surely goes on does not count.
 *
 *     stretches      ██    ▒▒    ██  █
 *     least          └──────────────┘      1: what may be of it in between holds it together
 *     most           ██          ██  █     2: or is another cause's
 */
export function countHits(all: readonly MaybeHit[], same: SameHit, period: Span): CountRange {
  const stretches = all.flatMap((each) => withinPeriod(each, period))
  const before = all.filter(({ from, to, within }) => from < period.from && !(within && to > period.from))
  let least = 0
  let most = 0
  let chain = before.at(-1) ?? null
  let isCounted = true
  let lastOne = before.findLast(({ sure }) => sure) ?? null
  for (const each of stretches) {
    const goesOn = chain !== null && same(chain, each) !== false
    isCounted &&= goesOn
    if (each.sure && !isCounted) {
      least += 1
      isCounted = true
    }
    chain = each
    const isAnother = lastOne === null || same(lastOne, each) !== true
    if (isAnother) most += 1
    if (isAnother || each.sure) lastOne = each
  }
  return { least, most }
}

/** A stretch by its begin; one that only lies within its edges may be of every period that it touches. */
function withinPeriod(each: MaybeHit, { from, to }: Span): readonly MaybeHit[] {
  if (!each.within || (each.from >= from && each.to <= to))
    return each.from >= from && each.from < to ? [each] : []
  return each.from < to && each.to > from ? [{ ...each, from: Math.max(each.from, from), sure: false }] : []
}
