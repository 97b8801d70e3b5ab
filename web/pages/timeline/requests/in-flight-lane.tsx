import { useCallback, useMemo } from 'react'
import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import type { Span } from '../../../../shared/time/span.ts'
import { useText } from '../../../locales/use-text.ts'
import { CanvasEvents } from '../lane/canvas-events.tsx'
import { EmptyLane } from '../lane/empty-lane.tsx'
import type { LaneWords } from '../lane/lane-words.ts'
import { Lane } from '../lane/lane.tsx'
import { within, type TimelineLane } from '../lane/timeline-lane.ts'
import type { Brush } from '../paint/brush.ts'
import { LaneCanvas } from '../paint/lane-canvas.tsx'
import { paintUnobserved } from '../paint/paint-bars.ts'
import { paintInFlight } from '../paint/paint-in-flight.ts'
import { useTimeline } from '../timeline-context.ts'
import { inFlightEvent } from './in-flight-events.ts'
import { inFlightScale } from './in-flight-scale.ts'

/** How many requests were in flight at least and at most, under the cap where a reading states one. */
export const inFlightLane: TimelineLane = {
  name: 'inFlight',
  events: (lanes, words) => lanes.inFlight.map((each) => inFlightEvent(each, lanes, words)),
  parts: inFlightParts,
  Draw: InFlightLane,
  Legend: InFlightLegend,
}

function InFlightLane() {
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
      of={inFlightLane}
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

function InFlightLegend() {
  const t = useText()
  return (
    <li>
      <i className="swatch swatch-in-flight" />
      {t('timeline.legendInFlight')}
    </li>
  )
}

function inFlightParts({ inFlight, cap }: Lanes, shown: Span, { t }: LaneWords): readonly string[] {
  const seen = within(inFlight, shown)
  if (seen.length === 0) return []
  const upper = Math.max(...seen.map((each) => each.upper))
  return [
    t('timeline.inFlightMost', { lower: Math.max(...seen.map((each) => each.lower)), upper }),
    cap === null ? t('timeline.noCap') : t('timeline.cap', { cap }),
  ]
}
