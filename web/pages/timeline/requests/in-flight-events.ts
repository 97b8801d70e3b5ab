import type { InFlight } from '../../../../shared/analyse/logs/in-flight.ts'
import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import type { LaneEvent } from '../lane/lane-event.ts'
import type { LaneWords } from '../lane/lane-words.ts'

/** How many requests were in flight, in words: bounds, never a count, and what the bounds rest on. */
export function inFlightEvent(
  { span, lower, upper }: InFlight,
  { callDurations: { min, max, basis }, cap }: Lanes,
  { t, wording, time }: LaneWords,
): LaneEvent {
  return {
    key: `in flight ${span.from}`,
    lane: 'inFlight',
    span,
    time: time.span(span),
    what: t('timeline.inFlight', { lower, upper }),
    details: [
      ...(cap === null ? [] : [t('timeline.cap', { cap })]),
      t(`timeline.callsTake.${basis}`, { min: wording.duration(min), max: wording.duration(max) }),
    ],
    target: { kind: 'rows', span },
  }
}
