import { OctagonPause } from 'lucide-react'
import { blockEvent } from './block-events.ts'
import { EmptyLane } from '../lane/empty-lane.tsx'
import { EventButton } from '../lane/event-button.tsx'
import { Lane } from '../lane/lane.tsx'
import { sightLabels } from '../labels/sight-labels.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'
import './block-lane.css'

/** Blocked windows as bands that say so. One that only lies somewhere within its span is drawn as brackets, not filled. */
export function BlockLane() {
  const { lanes, shown, words, drawnWidth } = useTimeline()
  const { t } = words
  const events = lanes.blocks.map((band) => ({ band, event: blockEvent(band, words) }))
  const labels = sightLabels(
    events.map(({ band, event }) => ({ span: band.span, texts: [event.what, t('timeline.lane.blocks')] })),
    lanes.span,
    shown,
    drawnWidth,
  )
  return (
    <Lane name="blocks">
      {lanes.blocks.length === 0 ? <EmptyLane text={t('timeline.noBlocks')} /> : null}
      <TimeLayer span={lanes.span}>
        {events.map(({ band, event }, index) => {
          const label = labels[index]
          return (
            <EventButton
              key={event.key}
              event={event}
              className={`band band-${band.within ? 'within' : band.grade} ${band.open ? 'band-open' : ''}`}
            >
              {label ? (
                <span
                  className={`band-text band-text-${label.side}`}
                  style={label.side === 'inside' ? { marginLeft: label.offset } : undefined}
                >
                  <OctagonPause aria-hidden="true" />
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
