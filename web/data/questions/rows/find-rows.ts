import type { Outcome, UsageRecord } from '../../../../shared/evidence/usage-record.ts'
import type { ClassedRows, RowClass } from './row-classes.ts'

export const ROW_SORTS = ['when', 'outcome', 'status', 'source', 'client', 'model'] as const
export type RowSort = (typeof ROW_SORTS)[number]

export interface RowFilter {
  /** What the reader typed: found in source, client, model, kind of call, status and request id. */
  readonly text: string
  readonly outcome: Outcome | 'any'
}

export interface RowOrder {
  readonly by: RowSort
  /** Oldest first, or from A to Z; else newest first, or from Z to A. */
  readonly ascending: boolean
}

/** May be a part of a request id: only then it is looked for in them, as a text must be made of each. */
const PART_OF_ID = /^(?=.*\d)[\w-]{5,}$/

/**
 * The places of the rows that pass, in the wanted order; equals stay newest first. Classes are judged once, so that a pass
 * over a million rows only looks numbers up.
 */
export function findRows(
  records: readonly UsageRecord[],
  { classes, classOf }: ClassedRows,
  newest: Uint32Array,
  { text, outcome }: RowFilter,
  order: RowOrder,
): Uint32Array {
  const wanted = text.trim().toLowerCase()
  const inOutcome = classes.map((each) => outcome === 'any' || each.outcome === outcome)
  const passes = classes.map((each, index) => inOutcome[index] === true && textOf(each).includes(wanted))
  const byId = PART_OF_ID.test(wanted)
  const found = newest.filter((place) => {
    const code = classOf[place] ?? 0
    if (passes[code]) return true
    return byId && inOutcome[code] === true && (records[place]?.requestId?.includes(wanted) ?? false)
  })
  if (order.by === 'when') return order.ascending ? found.toReversed() : found
  return byRank(found, classOf, ranksOf(classes, order))
}

const textOf = ({ source, userAgent, model, callType, statusText, status }: RowClass): string =>
  [source.name, userAgent, model, callType, statusText, status].join(' ').toLowerCase()

/** Where each class stands in the order; classes that say the same stand together. */
function ranksOf(classes: readonly RowClass[], { by, ascending }: RowOrder): readonly number[] {
  const keys = classes.map((each) => keyOf(each, by))
  const distinct = [...new Set(keys)].toSorted(compare)
  const ranks = new Map(distinct.map((key, rank) => [key, ascending ? rank : distinct.length - 1 - rank]))
  return keys.map((key) => ranks.get(key) ?? 0)
}

function keyOf({ source, userAgent, model, status, statusText, outcome }: RowClass, by: RowSort): string {
  switch (by) {
    case 'outcome':
      return outcome
    case 'status':
      return status === null ? (statusText ?? '') : String(status)
    case 'source':
      return source.name ?? source.kind
    case 'client':
      return userAgent ?? ''
    case 'model':
      return model ?? ''
    case 'when':
      return ''
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Puts places in the order of their ranks, those of one rank as they were: a pass to count, and one to place. */
function byRank(places: Uint32Array, classOf: Uint32Array, ranks: readonly number[]): Uint32Array {
  const next = new Uint32Array(Math.max(0, ...ranks) + 2)
  const rankOf = (place: number) => ranks[classOf[place] ?? 0] ?? 0
  for (const place of places) next[rankOf(place) + 1] = (next[rankOf(place) + 1] ?? 0) + 1
  for (let rank = 1; rank < next.length; rank += 1) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0)
  const sorted = new Uint32Array(places.length)
  for (const place of places) {
    const rank = rankOf(place)
    const at = next[rank] ?? 0
    sorted[at] = place
    next[rank] = at + 1
  }
  return sorted
}
