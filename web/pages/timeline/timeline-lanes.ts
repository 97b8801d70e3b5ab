import { blockLane } from './blocks/block-lane.tsx'
import { coverageLane } from './blocks/coverage-lane.tsx'
import { clientLane } from './clients/client-lane.tsx'
import { deviceLane } from './clients/device-lane.tsx'
import { installationLane } from './installation-lane.tsx'
import type { TimelineLane } from './lane/timeline-lane.ts'
import { meterLane } from './meters/meter-lane.tsx'
import { burstLane } from './requests/burst-lane.tsx'
import { inFlightLane } from './requests/in-flight-lane.tsx'
import { requestLane } from './requests/request-lane.tsx'
import { resetLane } from './resets/reset-lane.tsx'

/** All lanes, from top to bottom: whatever is done for each is a loop over them. */
export const TIMELINE_LANES: readonly TimelineLane[] = [
  blockLane,
  requestLane,
  inFlightLane,
  burstLane,
  meterLane,
  resetLane,
  clientLane,
  deviceLane,
  installationLane,
  coverageLane,
]
