import { HOUR } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'
import { intersectSpans, span, spanLength, type Span } from '../../time/span.ts'
import { offsetAt, UNKNOWN_ZONE, type Zone } from '../../time/zone.ts'
import { resetsOn, type Epoch } from '../readings/epochs.ts'
import { recordsWithin, type Frame } from '../clocks/placed-records.ts'
import { WINDOW_LENGTH } from '../rules.ts'

/**
 * How days are lined up: by the hour of the clock; by the hour since the 5 h window began, all windows of the day laid
 * over each other; or by the hour since the first request of the day.
 */
export type Alignment = 'clock' | 'window' | 'first_request'

export interface Slot {
  readonly slot: number
  readonly spans: readonly Span[]
}

/** What the hours of a stretch may be counted from. */
export interface SlotOrigins {
  readonly frame: Frame
  readonly zone: Zone
  readonly epochs: readonly Epoch[]
  /** Where the stretch is a window itself: its begin. */
  readonly windowStart: Instant | null
}

/** The hours of a day or a window under an alignment; empty where it cannot be lined up that way. */
export function slotsBy(
  alignment: Alignment,
  day: Span,
  { frame, zone, epochs, windowStart }: SlotOrigins,
): readonly Slot[] {
  switch (alignment) {
    case 'clock':
      return byClock(day, zone)
    case 'window':
      if (windowStart !== null) return hoursAfter(windowStart, day)
      return frame.clock === 'utc' && epochs.length > 0 ? byWindow(day, epochs) : []
    case 'first_request':
      return byFirstRequest(day, frame)
    default:
      return alignment satisfies never
  }
}

/** Hours as the clock names them: a day with 25 hours has two stretches in one of them, one with 23 lacks one. */
function byClock(day: Span, zone: Zone): readonly Slot[] {
  const hours = new Map<number, Span[]>()
  for (const hour of hoursFrom(day.from, day)) {
    const offset = zone === UNKNOWN_ZONE ? 0 : offsetAt(zone, hour.from)
    const name = Math.floor((hour.from + offset) / HOUR) % 24
    hours.set(name, [...(hours.get(name) ?? []), hour])
  }
  return [...hours].map(([slot, spans]) => ({ slot, spans }))
}

function byWindow(day: Span, epochs: readonly Epoch[]): readonly Slot[] {
  const length = WINDOW_LENGTH['5h']
  const starts = resetsOn(epochs, '5h', span(day.from - length, day.to))
  return Array.from({ length: length / HOUR }, (_, slot) => ({
    slot,
    spans: starts.flatMap((start) => {
      const hour = intersectSpans(span(start + slot * HOUR, start + (slot + 1) * HOUR), day)
      return hour ? [hour] : []
    }),
  }))
}

function byFirstRequest(day: Span, frame: Frame): readonly Slot[] {
  const [first] = recordsWithin(frame.records, day)
  return first ? hoursAfter(first.at, day) : []
}

const hoursAfter = (from: number, day: Span): readonly Slot[] =>
  hoursFrom(from, day).map((hour, slot) => ({ slot, spans: [hour] }))

function hoursFrom(from: number, day: Span): readonly Span[] {
  const count = Math.ceil(spanLength(span(from, day.to)) / HOUR)
  return Array.from({ length: count }, (_, index) => {
    const start = from + index * HOUR
    return span(start, Math.min(start + HOUR, day.to))
  })
}
