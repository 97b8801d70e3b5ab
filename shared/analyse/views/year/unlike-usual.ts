import type { UsageRecord } from '../../../evidence/kinds/usage-record.ts'
import { DAY_OF_HOURS, MINUTE } from '../../../time/duration.ts'
import { instant } from '../../../time/instant.ts'
import { mergeSpans, span, spansOverlap, type Span } from '../../../time/span.ts'
import { offsetAt, UNKNOWN_ZONE, type Zone } from '../../../time/zone.ts'
import type { Analysis } from '../../analysis.ts'
import type { Incident } from '../../report.ts'
import { mostWithin } from '../../logs/bursts.ts'
import { isObserved } from '../../readings/coverage.ts'
import { recordsWithin, type PlacedRecord } from '../../clocks/placed-records.ts'
import { blockedSpans } from '../../blocks/tally.ts'
import { clientName } from '../use/client-name.ts'
import { areApart, proportion, type Proportion } from './proportion.ts'

/** The middle of some numbers, and the half of them around it. */
export interface Middle {
  readonly lower: number
  readonly median: number
  readonly upper: number
}

/** In how many stretches something had a part, while blocked and at the same hours of other days. */
export interface PartTaken {
  readonly kind: 'client' | 'model' | 'device'
  readonly name: string
  readonly blocked: Proportion
  readonly usual: Proportion
  readonly apart: boolean
}

/** What was different while requests were refused: counts, and never a cause. */
export interface UnlikeUsual {
  /** Blocks that were looked at from a quarter of an hour before them on, with rows; and how many others there are. */
  readonly blocks: number
  readonly leftOut: number
  /** The same hours of the two weeks before and after: looked at, with requests, and with nothing refused. */
  readonly others: number
  readonly parts: readonly PartTaken[]
  /** The busiest minute and the most in flight of each stretch; null where there is none. */
  readonly startsPerMinute: Compared | null
  readonly inFlight: { readonly least: Compared; readonly most: Compared } | null
}

export interface Compared {
  readonly blocked: Middle
  readonly usual: Middle
  /** In how many of the usual stretches it was as many as in the middle one of the blocked, or more. */
  readonly asMany: Proportion
  readonly apart: boolean
}

/** What led to a block is seen before it (our choice). */
const BEFORE = 15 * MINUTE
const DAYS_AROUND = 14
/** More blocks than this make the picture no clearer; the newest count. */
const MOST_BLOCKS = 200

/** Holds the stretches of the blocks that begin in a range against the same hours of other days. */
export function unlikeUsual(analysis: Analysis, range: Span, zone: Zone): UnlikeUsual {
  const blocks = blockedSpans(analysis.report, clockIn(zone))
  const asked = blocks.filter(({ from }) => from >= range.from && from < range.to)
  return heldAgainstUsual(analysis, asked.slice(-MOST_BLOCKS), zone)
}

/** The same of one incident. One without a length of its own on this clock is none that could be held against anything. */
export const incidentUnlikeUsual = (analysis: Analysis, incident: Incident, zone: Zone): UnlikeUsual =>
  heldAgainstUsual(analysis, blockedSpans({ incidents: [incident] }, clockIn(zone)), zone)

const clockIn = (zone: Zone) => (zone === UNKNOWN_ZONE ? 'wall' : 'utc')

function heldAgainstUsual({ report, derived }: Analysis, asked: readonly Span[], zone: Zone): UnlikeUsual {
  const clock = clockIn(zone)
  const { frame, coverage } = derived.on(clock)
  const rowsOf = (some: readonly Span[]) =>
    some
      .filter((each) => isObserved(coverage, each))
      .map((each) => recordsWithin(frame.records, each))
      .filter((rows) => rows.length > 0)
  const stretches = asked.map(({ from, to }) => span(from - BEFORE, to))
  const blocked = rowsOf(stretches)
  const usual = rowsOf(otherDays(stretches, blockedSpans(report, clock), zone))
  const { min, max } = derived.callDurations
  const compared = (length: number): Compared | null => {
    const most = (some: readonly Rows[]) => some.map((rows) => mostWithin(rows, length))
    return compare(most(blocked), most(usual))
  }
  const [least, most] = [compared(min), compared(max)]
  return {
    blocks: blocked.length,
    leftOut: asked.length - blocked.length,
    others: usual.length,
    parts: KINDS.flatMap((kind) => partsTaken(kind, blocked, usual)),
    startsPerMinute: compared(MINUTE),
    inFlight: least && most ? { least, most } : null,
  }
}

/** The same hours of the clock on the days around, none twice, and none in which anything was refused. */
function otherDays(stretches: readonly Span[], blocks: readonly Span[], zone: Zone): readonly Span[] {
  const others: Span[] = []
  const taken = mergeSpans(blocks)
  for (const { from, to } of stretches)
    for (let days = -DAYS_AROUND; days <= DAYS_AROUND; days++) {
      const start = sameClock(from, days, zone)
      const other = span(start, start + (to - from))
      if (taken.some((each) => spansOverlap(each, other)) || others.some((each) => spansOverlap(each, other)))
        continue
      others.push(other)
    }
  return others
}

/** The moment at which the clock shows the same so many days later. */
function sameClock(at: number, days: number, zone: Zone): number {
  const moved = at + days * DAY_OF_HOURS
  if (zone === UNKNOWN_ZONE) return moved
  return moved + offsetAt(zone, instant(at)) - offsetAt(zone, instant(moved))
}

type Rows = readonly PlacedRecord[]

const KINDS = ['client', 'model', 'device'] as const

/** More names than this of a kind nobody reads; those with the most stretches count. */
const MOST_NAMES = 8

function partsTaken(
  kind: PartTaken['kind'],
  blocked: readonly Rows[],
  usual: readonly Rows[],
): readonly PartTaken[] {
  const [there, elsewhere] = [countNames(kind, blocked), countNames(kind, usual)]
  const names = new Set([...there.keys(), ...elsewhere.keys()])
  return [...names]
    .map((name): PartTaken => {
      const first = proportion(there.get(name) ?? 0, blocked.length)
      const second = proportion(elsewhere.get(name) ?? 0, usual.length)
      return { kind, name, blocked: first, usual: second, apart: areApart(first, second) }
    })
    .toSorted(
      (a, b) =>
        b.blocked.count - a.blocked.count || b.usual.count - a.usual.count || (a.name < b.name ? -1 : 1),
    )
    .slice(0, MOST_NAMES)
}

/** In how many stretches each name occurs. */
function countNames(kind: PartTaken['kind'], stretches: readonly Rows[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const rows of stretches)
    for (const name of new Set(rows.flatMap(({ record }) => nameOf(kind, record) ?? [])))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Null where the row does not say. A device that is signed in has no name of its own: the empty text stands for it. */
function nameOf(kind: PartTaken['kind'], { userAgent, model, source }: UsageRecord): string | null {
  switch (kind) {
    case 'client':
      return clientName(userAgent).product
    case 'model':
      return model
    case 'device':
      return source.kind === 'unknown' ? null : (source.name ?? '')
    default:
      return kind satisfies never
  }
}

/**
 * Two sets of numbers lie apart where as many as the middle one of the first, or as few, are a share of both that lies
 * apart: one block alone is so against fifteen other stretches that all had fewer.
 */
function compare(blocked: readonly number[], usual: readonly number[]): Compared | null {
  const [first, second] = [middleOf(blocked), middleOf(usual)]
  if (!first || !second) return null
  const isAsMany = (number: number) => number >= first.median
  const isAsFew = (number: number) => number <= first.median
  const asMany = reaching(usual, isAsMany)
  const apart =
    areApart(reaching(blocked, isAsMany), asMany) ||
    areApart(reaching(blocked, isAsFew), reaching(usual, isAsFew))
  return { blocked: first, usual: second, asMany, apart }
}

const reaching = (some: readonly number[], reaches: (number: number) => boolean): Proportion =>
  proportion(some.filter(reaches).length, some.length)

function middleOf(numbers: readonly number[]): Middle | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0
  return sorted.length === 0 ? null : { lower: at(0.25), median: at(0.5), upper: at(0.75) }
}
