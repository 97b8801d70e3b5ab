import type { Capture, CaptureSource } from '../../../evidence/kinds/capture.ts'
import { isKey, type Device } from '../../../evidence/kinds/device.ts'
import type { Instant } from '../../../time/instant.ts'

/** When the console's list of devices was read, first and last; null where nothing says when, or it never was. */
export interface ListReadings {
  readonly first: Instant
  readonly last: Instant
}

/** A signed-in device, or a key, over the time in which its list was read. */
export interface DeviceLane {
  readonly device: Device
  /** Not in the first list that was read. */
  readonly isNew: boolean
  /** No longer in the last one. */
  readonly isGone: boolean
}

/** All devices that were ever listed, those first listed first; then the keys, over the time in which theirs was read. */
export function deviceLanes(devices: readonly Device[], captures: readonly Capture[]): readonly DeviceLane[] {
  const keys = devices.filter(isKey)
  const signedIn = devices.filter((device) => !isKey(device))
  return [
    ...lanesOf(signedIn, listReadings(signedIn, captures)),
    ...lanesOf(keys, listReadings(keys, captures, 'ListAPIKeys')),
  ]
}

function lanesOf(devices: readonly Device[], read: ListReadings | null): readonly DeviceLane[] {
  return devices
    .map((device) => ({
      device,
      isNew: read !== null && device.firstSeen !== null && device.firstSeen > read.first,
      isGone: read !== null && device.lastSeen !== null && device.lastSeen < read.last,
    }))
    .toSorted(
      (a, b) =>
        (a.device.firstSeen ?? 0) - (b.device.firstSeen ?? 0) ||
        byName(a.device, b.device) ||
        (a.device.id < b.device.id ? -1 : 1),
    )
}

const byName = ({ name: a }: Device, { name: b }: Device): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0

/** An empty list shows no device, but it was read all the same: its capture tells. */
export function listReadings(
  devices: readonly Device[],
  captures: readonly Capture[],
  list: CaptureSource = 'ListDevices',
): ListReadings | null {
  const times = [
    ...devices.flatMap(({ firstSeen, lastSeen }) => [firstSeen, lastSeen]),
    ...captures.filter(({ source }) => source === list).map(({ at }) => at),
  ]
    .filter((at) => at !== null)
    .toSorted((a, b) => a - b)
  const [first] = times
  const last = times.at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}
