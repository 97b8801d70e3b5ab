import { CircleMinus, CirclePlus } from 'lucide-react'
import { Fragment } from 'react'
import { EmptyLane } from '../lane/empty-lane.tsx'
import { EventButton } from '../lane/event-button.tsx'
import { Lane } from '../lane/lane.tsx'
import { RowName } from '../lane/row-name.tsx'
import type { TimelineLane } from '../lane/timeline-lane.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'
import { deviceEvent, deviceName } from './device-events.ts'
import { UseName } from './use-name.tsx'
import './use-lanes.css'

/** More devices than this nobody reads at one look; the records page lists all. */
const MOST = 12

/** Signed-in devices and keys, from the first list that showed each to the last one that did. */
export const deviceLane: TimelineLane = {
  name: 'devices',
  events: ({ devices }, words) => devices.flatMap((device) => deviceEvent(device, words) ?? []),
  parts: ({ devices }, _shown, { t }) =>
    devices.length === 0 ? [] : [t('timeline.deviceCount', { count: devices.length })],
  Draw: DeviceLane,
}

function DeviceLane() {
  const { lanes, words } = useTimeline()
  const { t } = words
  const rows = lanes.devices.flatMap((lane) => {
    const event = deviceEvent(lane, words)
    return event ? [{ lane, event }] : []
  })
  const shown = rows.slice(0, MOST)
  return (
    <Lane
      of={deviceLane}
      note={
        <>
          {shown.map(({ lane, event }) => (
            <UseName key={event.key} name={deviceName(lane.device, t)} more={lane.device.clientVersion} />
          ))}
          {rows.length > MOST ? (
            <span>{t('timeline.moreDevices', { count: rows.length - MOST })}</span>
          ) : null}
        </>
      }
    >
      {rows.length === 0 ? (
        <EmptyLane text={t(lanes.wall ? 'timeline.noDevicesOnWall' : 'timeline.noDevices')} />
      ) : null}
      {shown.map(({ lane, event }) => (
        <Fragment key={event.key}>
          <RowName>
            <UseName name={deviceName(lane.device, t)} more={lane.device.clientVersion} />
          </RowName>
          <div className="use-row">
            <TimeLayer span={lanes.span}>
              <EventButton event={event} className="device">
                {lane.isNew ? <CirclePlus className="device-new" aria-hidden="true" /> : null}
                {lane.isGone ? <CircleMinus className="device-gone" aria-hidden="true" /> : null}
              </EventButton>
            </TimeLayer>
          </div>
        </Fragment>
      ))}
    </Lane>
  )
}
