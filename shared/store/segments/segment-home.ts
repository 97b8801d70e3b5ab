import type { When } from '../../evidence/when.ts'
import { wallDay, type Day } from '../../time/day.ts'
import { DAY_OF_HOURS } from '../../time/duration.ts'
import { wallTime } from '../../time/wall.ts'

/** What a segment's day is: a day of UTC, a day as a clock of unknown zone showed it, or none (`day` is then empty). */
export type Basis = 'utc' | 'local' | 'undated'

/** Where an item lives within an account. */
export interface SegmentHome {
  readonly basis: Basis
  readonly day: Day | ''
}

/** Of what has no time. */
export const NO_DAY: SegmentHome = { basis: 'undated', day: '' }

/** A span lives on the UTC day on which it begins. */
export function homeOf(when: When): SegmentHome {
  if (when.kind === 'span') return home('utc', when.span.from)
  return when.kind === 'local' ? home('local', when.local.wall) : NO_DAY
}

/** `utc 2026-03-02`: a string key for a home. */
export const homeName = ({ basis, day }: SegmentHome): string => `${basis} ${day}`

// Rows come in runs of thousands a day, and formatting a day costs ten times as much as a lookup.
const MEMO_LIMIT = 4096
const memo = new Map<string, SegmentHome>()

function home(basis: Basis, ms: number): SegmentHome {
  const key = `${basis}${Math.floor(ms / DAY_OF_HOURS)}`
  const known = memo.get(key)
  if (known) return known
  if (memo.size >= MEMO_LIMIT) memo.clear()
  const named = { basis, day: wallDay(wallTime(ms)) }
  memo.set(key, named)
  return named
}
