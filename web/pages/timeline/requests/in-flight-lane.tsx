import { useCallback, useMemo } from 'react'
import { CanvasEvents } from '../lane/canvas-events.tsx'
import { EmptyLane } from '../lane/empty-lane.tsx'
import { inFlightScale } from './in-flight-scale.ts'
import { inFlightEvent } from './in-flight-events.ts'
import { Lane } from '../lane/lane.tsx'
import type { Brush } from '../paint/brush.ts'
import { paintUnobserved } from '../paint/paint-bars.ts'
import { paintInFlight } from '../paint/paint-in-flight.ts'
import { LaneCanvas } from '../paint/lane-canvas.tsx'
import { useTimeline } from '../timeline-context.ts'

/** How many requests were in flight at least and at most, under the cap where a reading states one. */
export function InFlightLane() {
  const { lanes, stage, words } = useTimeline()
  const { inFlight, cap, unobserved } = lanes
  const { t } = words
  const { top: highest, cut } = useMemo(() => inFlightScale(inFlight, cap), [inFlight, cap])
  const paint = useCallback(
    (brush: Brush) => {
      paintUnobserved(brush, unobserved)
      paintInFlight(brush, inFlight, cap, highest)
    },
    [unobserved, inFlight, cap, highest],
  )
  const spans = useMemo(() => inFlight.map(({ span }) => span), [inFlight])
  const eventOf = useCallback(
    (index: number) => {
      const each = inFlight[index]
      if (!each) throw new RangeError(`no stretch ${index}`)
      return inFlightEvent(each, lanes, words)
    },
    [inFlight, lanes, words],
  )
  return (
    <Lane
      name="inFlight"
      note={t(cut ? 'timeline.leastAndMostCut' : 'timeline.leastAndMost', { count: highest })}
    >
      <LaneCanvas stage={stage} paint={paint} />
      {inFlight.length === 0 ? <EmptyLane text={t('timeline.noInFlight')} /> : null}
      {cap === null ? null : (
        <span
          className="cap-text"
          style={{ bottom: `${(cap / highest) * 100 * IN_FLIGHT_SHARE}%` }}
          aria-hidden="true"
        >
          {t('timeline.cap', { cap })}
        </span>
      )}
      <CanvasEvents lane="inFlight" spans={spans} eventOf={eventOf} />
    </Lane>
  )
}

/** The scale leaves a little room above (paint-in-flight.ts). */
const IN_FLIGHT_SHARE = 0.9
