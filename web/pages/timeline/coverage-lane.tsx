import { Eye, EyeOff } from 'lucide-react'
import type { Lanes } from '../../../shared/analyse/lanes.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { coverageStretches } from './coverage-events.ts'
import { EventButton } from './event-button.tsx'
import { Lane } from './lane.tsx'
import { useTimeline } from './timeline-context.ts'
import './coverage-lane.css'

/** When the usage history was looked at. Only there does an empty lane mean that nothing happened. */
export function CoverageLane({ lanes }: { readonly lanes: Lanes }) {
  const t = useText()
  const wording = useWording()
  const { frame } = useTimeline()
  return (
    <Lane name="coverage" label={t('timeline.lane.coverage')}>
      {coverageStretches(lanes, frame, t, wording).map(({ event, observed }) => {
        const Icon = observed ? Eye : EyeOff
        return (
          <EventButton
            key={event.key}
            event={event}
            className={observed ? 'cover cover-observed' : 'cover cover-unobserved'}
          >
            <span className="cover-text">
              <Icon aria-hidden="true" />
              <span className="cover-word">{event.what}</span>
            </span>
          </EventButton>
        )
      })}
    </Lane>
  )
}
