import { placeWhen } from '../../../../shared/evidence/local-time.ts'
import type { When } from '../../../../shared/evidence/when.ts'
import { offsetAt, type Zone } from '../../../../shared/time/zone.ts'
import { zoneToShow } from '../../../../shared/wording/span-text.ts'

interface Dated {
  readonly when: When
}

/**
 * The places of rows, newest first. Rows without a place in UTC are put by what the wall clock showed, which is right among
 * themselves; rows without any time come last. A store gives rows by time, so mostly this is only the way backwards.
 */
export function newestFirst(records: readonly Dated[], zone: Zone): Uint32Array {
  const times = Float64Array.from(records, (record) => timeOf(record, zone))
  const order = Uint32Array.from(records, (_, index) => records.length - 1 - index)
  const isSorted = times.every((at, index) => index === 0 || at >= (times[index - 1] ?? at))
  return isSorted ? order : order.toSorted((a, b) => (times[b] ?? 0) - (times[a] ?? 0) || b - a)
}

/** What a wall clock of the zone showed at each row (UTC while it is unknown); NaN for rows without any time. */
export function wallsOf(records: readonly Dated[], zone: Zone): Float64Array {
  const shown = zoneToShow(zone)
  return Float64Array.from(records, ({ when }) => {
    const placed = placeWhen(when, zone)
    if (placed.kind === 'undated') return NaN
    if (placed.kind === 'local') return placed.local.wall
    return placed.span.from + offsetAt(shown, placed.span.from)
  })
}

function timeOf({ when }: Dated, zone: Zone): number {
  const placed = placeWhen(when, zone)
  if (placed.kind === 'span') return placed.span.from
  return placed.kind === 'local' ? placed.local.wall : -Infinity
}
