import type { UseLane } from '../../../../shared/analyse/views/use/use-lanes.ts'
import { sightLabels } from '../labels/sight-labels.ts'
import { EmptyLane } from '../lane/empty-lane.tsx'
import { EventButton } from '../lane/event-button.tsx'
import { Lane } from '../lane/lane.tsx'
import { RowName } from '../lane/row-name.tsx'
import type { TimelineLane } from '../lane/timeline-lane.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'
import { useTabStop } from '../use-tab-stop.ts'
import { clientEvent, productName, sourceName } from './client-events.ts'
import { UseName } from './use-name.tsx'
import './use-lanes.css'

/** Which clients were in use, behind which key or signed-in device, a row for each. */
export const clientLane: TimelineLane = {
  name: 'clients',
  events: ({ clients }, words) =>
    clients.lanes.flatMap(({ runs }) => runs.map((run) => clientEvent(run, words))),
  parts: ({ clients: { lanes, leftOut } }, _shown, { t }) =>
    lanes.length === 0 ? [] : [t('timeline.clientCount', { count: lanes.length + leftOut })],
  Draw: ClientLane,
}

function ClientLane() {
  const { lanes, words } = useTimeline()
  const { t } = words
  const { lanes: rows, leftOut } = lanes.clients
  return (
    <Lane
      of={clientLane}
      note={
        <>
          {rows.map(({ source, product }) => (
            <UseName
              key={JSON.stringify([source.kind, source.name, product])}
              name={productName(product, t)}
              more={sourceName(source, t)}
            />
          ))}
          {leftOut > 0 ? <span>{t('timeline.moreClients', { count: leftOut })}</span> : null}
        </>
      }
    >
      {rows.length === 0 ? <EmptyLane text={t('timeline.noClients')} /> : null}
      {rows.map((row) => (
        <ClientRow key={JSON.stringify([row.source.kind, row.source.name, row.product])} row={row} />
      ))}
    </Lane>
  )
}

function ClientRow({ row }: { readonly row: UseLane }) {
  const { lanes, shown, words, drawnWidth } = useTimeline()
  const events = row.runs.map((run) => ({ run, event: clientEvent(run, words) }))
  const tabStop = useTabStop(events.map(({ event }) => event.key))
  const labels = sightLabels(
    events.map(({ run }) => ({ span: run.span, texts: run.client.version ? [run.client.version] : [] })),
    lanes.span,
    shown,
    drawnWidth,
  )
  return (
    <>
      <RowName>
        <UseName name={productName(row.product, words.t)} more={sourceName(row.source, words.t)} />
      </RowName>
      <div className="use-row">
        <TimeLayer span={lanes.span}>
          {events.map(({ run, event }, index) => {
            const label = labels[index]
            return (
              <EventButton
                key={event.key}
                event={event}
                className={`use use-${run.source.kind}`}
                {...tabStop(event.key)}
              >
                {label?.side === 'inside' ? (
                  <span className="use-text" style={{ marginLeft: label.offset }}>
                    {label.text}
                  </span>
                ) : null}
              </EventButton>
            )
          })}
        </TimeLayer>
      </div>
    </>
  )
}
