import { isKey } from '../../../../shared/evidence/kinds/device.ts'
import { SECOND } from '../../../../shared/time/duration.ts'
import { instant } from '../../../../shared/time/instant.ts'
import { span } from '../../../../shared/time/span.ts'
import type { DeviceLane } from '../../../../shared/analyse/views/use/device-lanes.ts'
import type { LaneEvent } from '../lane/lane-event.ts'
import type { LaneWords } from '../lane/lane-words.ts'

/** A signed-in device, or a key, in words: from when to when lists showed it. Null where no list says when it was read. */
export function deviceEvent({ device, isNew, isGone }: DeviceLane, words: LaneWords): LaneEvent | null {
  const { t, time } = words
  const { firstSeen, lastSeen, lastActive } = device
  if (firstSeen === null || lastSeen === null) return null
  const listed = span(firstSeen, instant(Math.max(lastSeen, firstSeen + SECOND)))
  return {
    key: `device ${device.id}`,
    lane: 'devices',
    span: listed,
    time: firstSeen === lastSeen ? time.at(firstSeen) : time.span(listed),
    what: deviceName(device, t),
    details: [
      t(isKey(device) ? 'timeline.keyListed' : 'timeline.listed'),
      ...(isNew ? [t('timeline.deviceNew')] : []),
      ...(isGone ? [t('timeline.deviceGone')] : []),
      ...(lastActive === null ? [] : [t('timeline.lastActive', { at: time.at(lastActive) })]),
    ],
    target: { kind: 'evidence', refs: [device.id] },
  }
}

export const deviceName = ({ name, platform }: DeviceLane['device'], t: LaneWords['t']): string =>
  name ?? platform ?? t('timeline.unnamedDevice')
