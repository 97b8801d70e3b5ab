import { OctagonPause } from 'lucide-react'
import { shareOf } from './share-of.ts'
import { bandLabels } from './band-labels.ts'
import { blockEvent } from './block-events.ts'
import { EmptyLane } from './empty-lane.tsx'
import { EventButton } from './event-button.tsx'
import { Lane } from './lane.tsx'
import { TimeLayer } from './stage/time-layer.tsx'
import { useTimeline } from './timeline-context.ts'
import { inSight } from './in-sight.ts'
import './block-lane.css'

/** Blocked windows as bands that say so. One that only lies somewhere within its span is drawn as brackets, not filled. */
export function BlockLane() {
  const { lanes, shown, words, drawnWidth } = useTimeline()
  const { t } = words
  const events = lanes.blocks.map((band) => ({ band, event: blockEvent(band, words) }))
  const pixels = (at: number) => (shareOf(at, lanes.span) / 100) * drawnWidth
  const places = events.map(({ band: { span } }) => {
    const seen = inSight(span, shown)
    return { start: pixels(span.from), from: pixels(seen.from), to: pixels(seen.to) }
  })
  const labels = bandLabels(
    events.map(({ event }, index) => ({
      from: places[index]?.from ?? 0,
      to: places[index]?.to ?? 0,
      texts: [event.what, t('timeline.lane.blocks')],
    })),
    drawnWidth,
  )
  return (
    <Lane name="blocks">
      {lanes.blocks.length === 0 ? <EmptyLane text={t('timeline.noBlocks')} /> : null}
      <TimeLayer span={lanes.span}>
        {events.map(({ band, event }, index) => {
          const label = labels[index]
          const offset = (places[index]?.from ?? 0) - (places[index]?.start ?? 0)
          return (
            <EventButton
              key={event.key}
              event={event}
              className={`band band-${band.within ? 'within' : band.grade} ${band.open ? 'band-open' : ''}`}
            >
              {label ? (
                <span
                  className={`band-text band-text-${label.side}`}
                  style={label.side === 'inside' ? { marginLeft: offset } : undefined}
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
