import { shareOf } from '../share-of.ts'
import { resetLook } from '../resets/reset-events.ts'
import { resetLines } from '../resets/reset-lines.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'
import './background.css'

/** Behind all lanes: resets that have room for a line, and the shade of blocked windows, so that the eye can follow a moment down. */
export function Background() {
  const { lanes, drawnWidth } = useTimeline()
  const { lines } = resetLines(lanes.resets, lanes.span, drawnWidth)
  return (
    <TimeLayer span={lanes.span} className="background">
      {lanes.blocks.map(({ incident, span, within }) => (
        <i
          key={incident}
          className={within ? 'grid-block grid-block-within' : 'grid-block'}
          style={{
            left: `${shareOf(span.from, lanes.span)}%`,
            width: `${shareOf(span.to, lanes.span) - shareOf(span.from, lanes.span)}%`,
          }}
        />
      ))}
      {lines.map((reset) => (
        <i
          key={`${reset.window} ${reset.at}`}
          className={`grid-reset grid-reset-${resetLook(reset)}`}
          style={{ left: `${shareOf(reset.at, lanes.span)}%` }}
        />
      ))}
    </TimeLayer>
  )
}
