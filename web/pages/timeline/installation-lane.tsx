import { Fragment } from 'react'
import { installationLabel } from '../../../shared/evidence/installation.ts'
import { spansOverlap } from '../../../shared/time/span.ts'
import { sightName } from '../../parts/sight-name.ts'
import { UseName } from './clients/use-name.tsx'
import { installationEvents } from './installation-events.ts'
import { EmptyLane } from './lane/empty-lane.tsx'
import { EventButton } from './lane/event-button.tsx'
import { Lane } from './lane/lane.tsx'
import { RowName } from './lane/row-name.tsx'
import type { TimelineLane } from './lane/timeline-lane.ts'
import { TimeLayer } from './stage/time-layer.tsx'
import { useTimeline } from './timeline-context.ts'
import './clients/use-lanes.css'

/** Which installation of several saw which stretch, a row for each; nothing where there is one only. */
export const installationLane: TimelineLane = {
  name: 'installations',
  events: ({ installations }, words) => installations.flatMap((lane) => installationEvents(lane, words)),
  parts: ({ installations }, shown, { t }) =>
    installations.flatMap(({ installation, spans }) =>
      spans.some((each) => spansOverlap(each, shown))
        ? [t('timeline.sawSomething', { name: installationLabel(installation) })]
        : [],
    ),
  Draw: InstallationLane,
  isThere: ({ installations }) => installations.length > 0,
}

function InstallationLane() {
  const { lanes, words } = useTimeline()
  const { t } = words
  const rows = lanes.installations.map((lane, index) => ({
    id: lane.installation.id,
    name: (
      <UseName
        name={sightName(lane.installation, index, t)}
        more={lane.installation.retired ? t('machines.retired') : null}
      />
    ),
    events: installationEvents(lane, words),
  }))
  if (rows.length === 0) return null
  return (
    <Lane
      of={installationLane}
      note={rows.map(({ id, name }) => (
        <Fragment key={id}>{name}</Fragment>
      ))}
    >
      {lanes.wall ? <EmptyLane text={t('timeline.noInstallationsOnWall')} /> : null}
      {rows.map(({ id, name, events }) => (
        <Fragment key={id}>
          <RowName>{name}</RowName>
          <div className="use-row">
            <TimeLayer span={lanes.span}>
              {events.map((event) => (
                <EventButton key={event.key} event={event} className="installation" />
              ))}
            </TimeLayer>
          </div>
        </Fragment>
      ))}
    </Lane>
  )
}
