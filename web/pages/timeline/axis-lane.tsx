import { useText } from '../../locales/use-text.ts'
import { axisTicks, shareOf } from './axis-ticks.ts'
import { useTimeline } from './timeline-context.ts'

interface AxisLaneProps {
  readonly zoneName: string
  readonly most: number
}

/** The time axis that all lanes share, headed by the zone whose clock it shows. */
export function AxisLane({ zoneName, most }: AxisLaneProps) {
  const t = useText()
  const { range, frame } = useTimeline()
  return (
    <div className="lane lane-axis" aria-hidden="true">
      <div className="lane-label">
        <span className="lane-note">{frame.wall ? t('timeline.wallClock') : zoneName}</span>
      </div>
      <div className="lane-track">
        {axisTicks(range, frame, most).map(({ at, text }) => (
          <span key={at} className="tick" style={{ left: `${shareOf(at, range)}%` }}>
            {text}
          </span>
        ))}
      </div>
    </div>
  )
}
