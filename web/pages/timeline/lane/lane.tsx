import type { ReactNode } from 'react'
import { laneSummary, type TimelineLane } from './timeline-lane.ts'
import { useTimeline } from '../timeline-context.ts'

interface LaneProps {
  readonly of: TimelineLane
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** One row of the timeline: its name, a sentence on what it shows for screen readers, and a track over the time of all. */
export function Lane({ of, note, children }: LaneProps) {
  const { lanes, shown, words } = useTimeline()
  return (
    <div className={`lane lane-${of.name}`}>
      <div className="lane-label">
        <h3 className="lane-name">{words.t(`timeline.lane.${of.name}`)}</h3>
        <p className="visually-hidden">{laneSummary(of, lanes, shown, words)}</p>
        {note ? <span className="lane-note">{note}</span> : null}
      </div>
      <div className="lane-track">{children}</div>
    </div>
  )
}
