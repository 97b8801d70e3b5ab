import type { ReactNode } from 'react'

interface LaneProps {
  readonly name: string
  readonly label: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** One row of the timeline: its name, and a track over the time that all lanes share. */
export function Lane({ name, label, note, children }: LaneProps) {
  return (
    <div className={`lane lane-${name}`}>
      <div className="lane-label">
        <h3 className="lane-name">{label}</h3>
        {note ? <span className="lane-note">{note}</span> : null}
      </div>
      <div className="lane-track">{children}</div>
    </div>
  )
}
