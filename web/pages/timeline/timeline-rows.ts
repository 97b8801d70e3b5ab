import type { Lanes } from '../../../shared/analyse/views/lanes.ts'
import { spansOverlap, type Span } from '../../../shared/time/span.ts'
import { blockEvent } from './blocks/block-events.ts'
import { burstEvent } from './requests/burst-events.ts'
import { clientEvent } from './clients/client-events.ts'
import { coverageEvent } from './blocks/coverage-events.ts'
import { deviceEvent } from './clients/device-events.ts'
import { installationEvents } from './installation-events.ts'
import { inFlightEvent } from './requests/in-flight-events.ts'
import type { LaneEvent, LaneName } from './lane/lane-event.ts'
import type { LaneWords } from './lane/lane-words.ts'
import { meterEvents, meterRangeEvents } from './meters/meter-events.ts'
import { requestEvents } from './requests/request-events.ts'
import { resetEvent, resetGroupEvent } from './resets/reset-events.ts'

const EVENTS: Readonly<Record<LaneName, (lanes: Lanes, words: LaneWords) => readonly LaneEvent[]>> = {
  blocks: ({ blocks }, words) => blocks.map((band) => blockEvent(band, words)),
  requests: requestEvents,
  inFlight: (lanes, words) => lanes.inFlight.map((each) => inFlightEvent(each, lanes, words)),
  bursts: ({ bursts }, words) => bursts.map((burst) => burstEvent(burst, words)),
  meters: (lanes, words) => [...meterEvents(lanes, words), ...meterRangeEvents(lanes, words)],
  resets: ({ resets, resetGroups }, words) => [
    ...resets.map((reset) => resetEvent(reset, words)),
    ...resetGroups.map((group) => resetGroupEvent(group, words)),
  ],
  clients: ({ clients }, words) =>
    clients.lanes.flatMap(({ runs }) => runs.map((run) => clientEvent(run, words))),
  devices: ({ devices }, words) => devices.flatMap((device) => deviceEvent(device, words) ?? []),
  installations: ({ installations }, words) =>
    installations.flatMap((lane) => installationEvents(lane, words)),
  coverage: ({ coverage }, words) => coverage.map((stretch) => coverageEvent(stretch, words)),
}

/** The events of a lane in what is shown, in the order of time: the same words as on the drawing, for a table. */
export function laneRows(lane: LaneName, lanes: Lanes, shown: Span, words: LaneWords): readonly LaneEvent[] {
  return EVENTS[lane](lanes, words)
    .filter(({ span }) => spansOverlap(span, shown))
    .toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
}
