import { isKey, type Device } from '../../../evidence/kinds/device.ts'
import type { EvidenceBesideRows } from '../../../evidence/evidence.ts'
import type { Finding } from '../../report.ts'
import { deviceLanes, listReadings, type DeviceLane } from './device-lanes.ts'

/** What the lists of signed-in devices show by themselves: who came, who went, and who has no name. */
export function deviceFindings({ devices: listed, captures }: EvidenceBesideRows): readonly Finding[] {
  const devices = listed.filter((device) => !isKey(device))
  if (devices.length === 0) return []
  const read = listReadings(devices, captures)
  return deviceLanes(devices, captures).flatMap((lane): Finding[] => [
    ...cameAndWent(lane, read),
    ...(isUnnamed(lane.device) ? [finding('device_unnamed', lane.device, {})] : []),
  ])
}

function cameAndWent(
  { device, isNew, isGone }: DeviceLane,
  read: ReturnType<typeof listReadings>,
): readonly Finding[] {
  const found: Finding[] = []
  if (isNew && device.firstSeen !== null)
    found.push(finding('device_new', device, { at: { unit: 'instant', value: device.firstSeen } }))
  if (isGone && read)
    found.push(finding('device_gone', device, { at: { unit: 'instant', value: read.last } }))
  return found
}

const finding = (kind: Finding['kind'], device: Device, values: Finding['values']): Finding => ({
  kind,
  values: { device: { unit: 'text', value: device.name ?? device.platform ?? '?' }, ...values },
  refs: [device.id],
})

/**
 * The console prints "unknown" for a client whose platform it does not know (kimi-code issue 634,
 * docs/kimi.md#keys-and-devices).
 */
const isUnnamed = ({ name }: Device): boolean =>
  name === null || /^(?:unknown(?: device)?|未知(?:设备)?)$/i.test(name.trim())
