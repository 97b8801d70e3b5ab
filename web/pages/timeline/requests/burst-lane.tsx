import { Zap } from 'lucide-react'
import { useText } from '../../../locales/use-text.ts'
import { sightLabels } from '../labels/sight-labels.ts'
import { EmptyLane } from '../lane/empty-lane.tsx'
import { EventButton } from '../lane/event-button.tsx'
import { Lane } from '../lane/lane.tsx'
import { within, type TimelineLane } from '../lane/timeline-lane.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'
import { useTabStop } from '../use-tab-stop.ts'
import { burstEvent, burstName } from './burst-events.ts'
import './burst-lane.css'

/** Dense work, with what its shape resembles; never more than "likely", since rows do not say who asked. */
export const burstLane: TimelineLane = {
  name: 'bursts',
  events: ({ bursts }, words) => bursts.map((burst) => burstEvent(burst, words)),
  parts: ({ bursts }, shown, { t }) => {
    const count = within(bursts, shown).reduce((sum, burst) => sum + burst.count, 0)
    return count === 0 ? [] : [t('timeline.bursts', { count })]
  },
  Draw: BurstLane,
  Legend: BurstLegend,
}

function BurstLane() {
  const { lanes, shown, words, drawnWidth } = useTimeline()
  const { t } = words
  const events = lanes.bursts.map((burst) => ({ burst, event: burstEvent(burst, words) }))
  const tabStop = useTabStop(events.map(({ event }) => event.key))
  const labels = sightLabels(
    events.map(({ burst }) => ({ span: burst.span, texts: [burstName(burst, t)], least: LEAST })),
    lanes.span,
    shown,
    drawnWidth,
  )
  return (
    <Lane of={burstLane}>
      {events.length === 0 ? <EmptyLane text={t('timeline.noBursts')} /> : null}
      <TimeLayer span={lanes.span}>
        {events.map(({ burst, event }, index) => {
          const label = labels[index]
          return (
            <EventButton
              key={event.key}
              event={event}
              className={`burst burst-${burst.likely.length === 1 ? burst.likely[0] : 'other'}`}
              {...tabStop(event.key)}
            >
              {label ? (
                <span
                  className={`band-text band-text-${label.side} burst-text`}
                  style={label.side === 'inside' ? { marginLeft: label.offset } : undefined}
                >
                  <Zap aria-hidden="true" />
                  {label.text}
                </span>
              ) : null}
            </EventButton>
          )
        })}
      </TimeLayer>
    </Lane>
  )
}

/** A burst takes seconds; it is drawn this wide at least, in CSS pixels. */
const LEAST = 6

function BurstLegend() {
  const t = useText()
  return (
    <li>
      <i className="swatch burst-other">
        <Zap aria-hidden="true" />
      </i>
      {t('timeline.burst')}
    </li>
  )
}
