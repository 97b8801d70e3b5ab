import { OctagonPause } from 'lucide-react'
import type { Lanes } from '../../../shared/analyse/lanes.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { shareOf } from './axis-ticks.ts'
import { bandLabels } from './band-labels.ts'
import { blockEvent } from './block-events.ts'
import { EventButton } from './event-button.tsx'
import { Lane } from './lane.tsx'
import { useTimeline } from './timeline-context.ts'
import './block-lane.css'

/** Blocked windows as bands that say so. One that only lies somewhere within its span is drawn as brackets, not filled. */
export function BlockLane({ lanes }: { readonly lanes: Lanes }) {
  const t = useText()
  const wording = useWording()
  const { frame, range, width } = useTimeline()
  const pixels = (at: number) => (shareOf(at, range) / 100) * width
  const events = lanes.blocks.map((band) => ({ band, event: blockEvent(band, frame, t, wording) }))
  const labels = bandLabels(
    events.map(({ band: { span }, event }) => ({
      from: pixels(span.from),
      to: pixels(span.to),
      texts: [event.what, t('timeline.lane.blocks')],
    })),
    width,
  )
  return (
    <Lane name="blocks" label={t('timeline.lane.blocks')}>
      {lanes.blocks.length === 0 ? (
        <p className="lane-empty">
          <span>{t('timeline.noBlocks')}</span>
        </p>
      ) : null}
      {events.map(({ band, event }, index) => {
        const label = labels[index]
        return (
          <EventButton
            key={event.key}
            event={event}
            className={`band band-${band.within ? 'within' : band.grade} ${band.open ? 'band-open' : ''}`}
          >
            {label ? (
              <span className={`band-text band-text-${label.side}`}>
                <OctagonPause aria-hidden="true" />
                {label.text}
              </span>
            ) : null}
          </EventButton>
        )
      })}
    </Lane>
  )
}
