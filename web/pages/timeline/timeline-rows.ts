import type { Lanes } from '../../../shared/analyse/lanes.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import type { Frame } from '../../data/frame.ts'
import type { Text } from '../../locales/use-text.ts'
import { blockEvent } from './block-events.ts'
import { coverageStretches } from './coverage-events.ts'
import type { LaneEvent } from './lane-event.ts'
import { meterMarks } from './meter-events.ts'
import { requestEvent } from './request-events.ts'
import { resetEvent } from './reset-events.ts'

/** All events of all lanes in the order of time: the same words as on the drawing, for a table. */
export function timelineRows(lanes: Lanes, frame: Frame, t: Text, wording: Wording): readonly LaneEvent[] {
  return [
    ...lanes.requests.map((bucket) => requestEvent(bucket, frame, t)),
    ...lanes.blocks.map((band) => blockEvent(band, frame, t, wording)),
    ...lanes.resets.map((reset) => resetEvent(reset, frame, t, wording)),
    ...meterMarks(lanes, frame, t, wording).map(({ event }) => event),
    ...coverageStretches(lanes, frame, t, wording).map(({ event }) => event),
  ].toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
}
