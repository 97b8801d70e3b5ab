import type { Capture } from '../../evidence/kinds/capture.ts'
import { daySpan } from '../../time/day.ts'
import { DAY_OF_HOURS } from '../../time/duration.ts'
import { span } from '../../time/span.ts'
import { UTC } from '../../time/zone.ts'
import type { ShelfKind } from '../database/schema.ts'
import type { SegmentHome } from './segment-home.ts'
import { touches } from './read-shelf.ts'
import { CAPTURES } from './shelves.ts'
import { StoreError } from '../database/store-error.ts'

/** A day of one kind of evidence that is kept and cannot be read back. */
export interface DamagedDay extends SegmentHome {
  readonly kind: ShelfKind
}

/** The result of reading, or null if what is stored is damaged. */
export function nullIfDamaged<Result>(read: () => Result): Result | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof StoreError && error.kind === 'damaged') return null
    throw error
  }
}

/**
 * The captures that touch none of these days. What a damaged day held is not known: no capture may say that it was looked
 * at, or what cannot be read would count as silence. A local day may be a day off in UTC.
 */
export function capturesBeside(
  captures: readonly Capture[],
  damaged: readonly DamagedDay[],
): readonly Capture[] {
  const dark = damaged.flatMap(({ basis, day }) => {
    if (day === '') return []
    const { from, to } = daySpan(day, UTC)
    return [basis === 'utc' ? span(from, to) : span(from - DAY_OF_HOURS, to + DAY_OF_HOURS)]
  })
  if (dark.length === 0) return captures
  return captures.filter((capture) => {
    const extent = CAPTURES.extentOf(capture)
    return extent === null || !dark.some((each) => touches(extent, each))
  })
}
