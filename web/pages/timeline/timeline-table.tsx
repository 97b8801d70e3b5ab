import { useText } from '../../locales/use-text.ts'
import type { LaneEvent } from './lane-event.ts'
import './timeline-table.css'

interface TimelineTableProps {
  readonly rows: readonly LaneEvent[]
  readonly caption: string
  readonly act: (event: LaneEvent) => void
}

/** The drawing as a table: everything it shows, in the order of time. */
export function TimelineTable({ rows, caption, act }: TimelineTableProps) {
  const t = useText()
  return (
    <details className="timeline-twin">
      <summary>{t('timeline.asTable', { count: rows.length })}</summary>
      <div className="table-scroll">
        <table className="plain-table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('field.when')}</th>
              <th scope="col">{t('timeline.laneColumn')}</th>
              <th scope="col">{t('timeline.whatColumn')}</th>
              <th scope="col">{t('timeline.detailColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((event) => (
              <tr key={event.key}>
                <th scope="row" className="mono">
                  {event.time}
                </th>
                <td>{t(`timeline.lane.${event.lane}`)}</td>
                <td>
                  {event.target === null ? (
                    event.what
                  ) : (
                    <button type="button" className="link-button" onClick={() => act(event)}>
                      {event.what}
                    </button>
                  )}
                </td>
                <td className="muted">{event.details.join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
