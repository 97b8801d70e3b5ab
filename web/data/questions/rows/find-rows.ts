import { MINUTE } from '../../../../shared/time/duration.ts'
import { wallTime, type WallTime } from '../../../../shared/time/wall.ts'
import type { Outcome, UsageRecord } from '../../../../shared/evidence/kinds/usage-record.ts'
import type { ClassedRows, RowClass } from './row-classes.ts'
import { readSearch, showsTime, type SearchTerms } from './search-terms.ts'

export const ROW_SORTS = ['when', 'outcome', 'status', 'source', 'client', 'model'] as const
export type RowSort = (typeof ROW_SORTS)[number]

export interface RowFilter {
  /** What the reader typed: times, and words found in source, client, model, kind of call, status, outcome and request id. */
  readonly text: string
  readonly outcome: Outcome | 'any'
  /** The id of an installation that saw the row; null for any. */
  readonly installation: string | null
  /** From and to these minutes of the wall clock that is shown, both included; null for no bound. */
  readonly from: WallTime | null
  readonly to: WallTime | null
}

export interface RowOrder {
  readonly by: RowSort
  /** Oldest first, or from A to Z; else newest first, or from Z to A. */
  readonly ascending: boolean
}

/** May be a part of a request id: only then it is looked for in them, as a text must be made of each. */
const PART_OF_ID = /^(?=.*\d)[\w-]{5,}$/

/** What people call the outcomes, in both languages. */
const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  success: 'success succeeded ok 成功',
  failure: 'failure failed refused error 失败',
  unknown: 'unknown 未知',
}

/**
 * The places of the rows that pass, in the wanted order; equals stay newest first. Classes are judged once, so that a pass
 * over a million rows only looks numbers up.
 */
export function findRows(
  records: readonly UsageRecord[],
  { classes, classOf }: ClassedRows,
  newest: Uint32Array,
  walls: () => Float64Array,
  isSeen: (place: number) => boolean,
  { text, outcome, from, to }: Omit<RowFilter, 'installation'>,
  order: RowOrder,
): Uint32Array {
  const terms = readSearch(text)
  const isTimed = terms.day !== null || terms.clock !== null || from !== null || to !== null
  const shown = isTimed ? walls() : null
  const inTime = (place: number) => shown === null || isWithin(shown[place] ?? NaN, terms, from, to)
  const inOutcome = classes.map((each) => outcome === 'any' || each.outcome === outcome)
  // the words that a class does not have must then be in the request id
  const missing = classes.map((each) => {
    const said = textOf(each)
    return terms.words.filter((word) => !said.includes(word))
  })
  const found = newest.filter((place) => {
    const code = classOf[place] ?? 0
    if (inOutcome[code] !== true || !inTime(place) || !isSeen(place)) return false
    const left = missing[code] ?? []
    if (left.length === 0) return true
    if (!left.every((word) => PART_OF_ID.test(word))) return false
    const id = records[place]?.requestId?.toLowerCase()
    return id !== undefined && left.every((word) => id.includes(word))
  })
  if (order.by === 'when') return order.ascending ? found.toReversed() : found
  return byRank(found, classOf, ranksOf(classes, order))
}

const textOf = ({ source, userAgent, model, callType, statusText, status, outcome }: RowClass): string =>
  [source.name, userAgent, model, callType, statusText, status, OUTCOME_WORDS[outcome]]
    .join(' ')
    .toLowerCase()

function isWithin(wall: number, terms: SearchTerms, from: WallTime | null, to: WallTime | null): boolean {
  if (Number.isNaN(wall)) return false
  if ((from !== null && wall < from) || (to !== null && wall >= to + MINUTE)) return false
  return showsTime(terms, wallTime(wall))
}

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
