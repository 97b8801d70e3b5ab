import { useState } from 'react'
import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import type { Span } from '../../../../shared/time/span.ts'
import { Button } from '../../../parts/button.tsx'
import type { LaneEvent } from '../lane/lane-event.ts'
import type { LaneWords } from '../lane/lane-words.ts'
import { laneRows, laneSummary, type TimelineLane } from '../lane/timeline-lane.ts'
import { TIMELINE_LANES } from '../timeline-lanes.ts'
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
      {open
        ? TIMELINE_LANES.filter(({ isThere }) => isThere?.(props.lanes) ?? true).map((lane) => (
            <LaneTable key={lane.name} lane={lane} {...props} />
          ))
        : null}
    </details>
  )
}

/** Rows that are shown at once; a button shows as many again. */
const PAGE = 100

function LaneTable({
  lane,
  lanes,
  shown,
  words,
  act,
}: TimelineTablesProps & { readonly lane: TimelineLane }) {
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
