import { OctagonPause } from 'lucide-react'
import type { Lanes } from '../../../shared/analyse/lanes.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { blockEvent } from './block-events.ts'
import { EventButton } from './event-button.tsx'
import { Lane } from './lane.tsx'
import { useTimeline } from './timeline-context.ts'
import './block-lane.css'

/** Blocked windows as bands that say so. One that only lies somewhere within its span is drawn as brackets, not filled. */
export function BlockLane({ lanes }: { readonly lanes: Lanes }) {
  const t = useText()
  const wording = useWording()
  const { frame } = useTimeline()
  return (
    <Lane name="blocks" label={t('timeline.lane.blocks')}>
      {lanes.blocks.length === 0 ? <p className="lane-empty">{t('timeline.noBlocks')}</p> : null}
      {lanes.blocks.map((band) => {
        const event = blockEvent(band, frame, t, wording)
        return (
          <EventButton
            key={event.key}
            event={event}
            className={`band band-${band.within ? 'within' : band.grade} ${band.open ? 'band-open' : ''}`}
          >
            <span className="band-text">
              <OctagonPause aria-hidden="true" />
              {event.what}
            </span>
          </EventButton>
        )
      })}
    </Lane>
  )
}
