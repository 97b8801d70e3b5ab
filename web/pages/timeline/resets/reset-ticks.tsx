import { resetLook } from './reset-events.ts'
import { resetLines } from './reset-lines.ts'
import { shareOf } from '../share-of.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'

/** Below the meters, resets that lie too near each other for lines through all lanes. Their marks on the next lane say more. */
export function ResetTicks() {
  const { lanes, drawnWidth } = useTimeline()
  const { ticks } = resetLines(lanes.resets, lanes.span, drawnWidth)
  if (ticks.length === 0) return null
  return (
    <TimeLayer span={lanes.span} className="reset-ticks">
      {ticks.map((reset) => (
        <i
          key={`${reset.window} ${reset.at}`}
          className={`grid-reset grid-reset-${resetLook(reset)}`}
          style={{ left: `${shareOf(reset.at, lanes.span)}%` }}
        />
      ))}
    </TimeLayer>
  )
}
