import { OctagonPause } from 'lucide-react'
import type { Lanes } from '../../../shared/analyse/lanes.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { shareOf } from './axis-ticks.ts'
import { blockEvent } from './block-events.ts'
import { EventButton } from './event-button.tsx'
import { Lane } from './lane.tsx'
import { useTimeline } from './timeline-context.ts'
import './block-lane.css'

/** A band that begins further right than this, in percent, has its words on its left. */
const LATE = 60

/** Blocked windows as bands that say so. One that only lies somewhere within its span is drawn as brackets, not filled. */
export function BlockLane({ lanes }: { readonly lanes: Lanes }) {
  const t = useText()
  const wording = useWording()
  const { frame, range } = useTimeline()
  return (
    <Lane name="blocks" label={t('timeline.lane.blocks')}>
      {lanes.blocks.length === 0 ? (
        <p className="lane-empty">
          <span>{t('timeline.noBlocks')}</span>
        </p>
      ) : null}
      {lanes.blocks.map((band) => {
        const event = blockEvent(band, frame, t, wording)
        return (
          <EventButton
            key={event.key}
            event={event}
            className={`band band-${band.within ? 'within' : band.grade} ${band.open ? 'band-open' : ''}`}
          >
            <span
              className={shareOf(band.span.from, range) > LATE ? 'band-text band-text-late' : 'band-text'}
            >
              <OctagonPause aria-hidden="true" />
              <span className="band-long">{event.what}</span>
              <span className="band-short">{t('timeline.lane.blocks')}</span>
            </span>
          </EventButton>
        )
      })}
    </Lane>
  )
}
