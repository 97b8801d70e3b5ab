import { useState } from 'react'
import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import type { Span } from '../../../../shared/time/span.ts'
import { Button } from '../../../parts/button.tsx'
import { LANES, type LaneEvent, type LaneName } from '../lane/lane-event.ts'
import { laneSummary } from '../lane/lane-summary.ts'
import type { LaneWords } from '../lane/lane-words.ts'
import { laneRows } from '../timeline-rows.ts'
import '../../../parts/link-button.css'
import './timeline-tables.css'

interface TimelineTablesProps {
  readonly lanes: Lanes
  readonly shown: Span
  readonly words: LaneWords
  readonly act: (event: LaneEvent) => void
}

/** The drawing as tables, one for each lane: everything that it shows, in the order of time. */
export function TimelineTables(props: TimelineTablesProps) {
  const [open, setOpen] = useState(false)
  const { t } = props.words
  return (
    // A closed table is not made: it may have a thousand rows.
    <details className="timeline-twin" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('timeline.asTables')}</summary>
      {open ? lanesIn(props.lanes).map((lane) => <LaneTable key={lane} lane={lane} {...props} />) : null}
    </details>
  )
}

/** A history of one installation has no lane for it. */
const lanesIn = ({ installations }: Lanes): readonly LaneName[] =>
  LANES.filter((lane) => lane !== 'installations' || installations.length > 0)

/** Rows that are shown at once; a button shows as many again. */
const PAGE = 100

function LaneTable({ lane, lanes, shown, words, act }: TimelineTablesProps & { readonly lane: LaneName }) {
  const { t } = words
  const [most, setMost] = useState(PAGE)
  const rows = laneRows(lane, lanes, shown, words)
  const summary = laneSummary(lane, lanes, shown, words)
  if (rows.length === 0) return <p className="lane-table-none">{summary}</p>
  return (
    <section className="lane-table">
      <div className="table-scroll">
        <table className="plain-table">
          <caption>{summary}</caption>
          <thead>
            <tr>
              <th scope="col">{t('field.when')}</th>
              <th scope="col">{t('timeline.whatColumn')}</th>
              <th scope="col">{t('timeline.detailColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((event) => (
              <tr key={event.key}>
                <th scope="row" className="mono">
                  {event.time}
                </th>
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
      {rows.length > most ? (
        <Button onClick={() => setMost(most + PAGE)}>
          {t('timeline.moreRows', { count: rows.length - most })}
        </Button>
      ) : null}
    </section>
  )
}
