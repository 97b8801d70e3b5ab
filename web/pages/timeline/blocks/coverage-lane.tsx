import { Eye, EyeOff, ScanEye } from 'lucide-react'
import type { Seen } from '../../../../shared/analyse/views/lanes/coverage-stretches.ts'
import { shareOf } from '../share-of.ts'
import { coverageEvent } from './coverage-events.ts'
import { EventButton } from '../lane/event-button.tsx'
import { inSight } from '../in-sight.ts'
import { Lane } from '../lane/lane.tsx'
import { TimeLayer } from '../stage/time-layer.tsx'
import { textWidth } from '../labels/text-width.ts'
import { useTimeline } from '../timeline-context.ts'
import { useTabStop } from '../use-tab-stop.ts'
import './coverage-lane.css'

const ICONS = { observed: Eye, unobserved: EyeOff, partly: ScanEye } as const satisfies Record<Seen, unknown>
/** The sign and its gaps, in CSS pixels. */
const SIGN = 26

/** When the usage history was looked at. Only there does an empty lane mean that nothing happened. */
export function CoverageLane() {
  const { lanes, shown, words, drawnWidth } = useTimeline()
  const pixels = (at: number) => (shareOf(at, lanes.span) / 100) * drawnWidth
  const events = lanes.coverage.map((stretch) => ({ stretch, event: coverageEvent(stretch, words) }))
  const tabStop = useTabStop(events.map(({ event }) => event.key))
  return (
    <Lane name="coverage">
      <TimeLayer span={lanes.span}>
        {events.map(({ stretch: { span, seen }, event }) => {
          const Icon = ICONS[seen]
          const visible = inSight(span, shown)
          const room = pixels(visible.to) - pixels(visible.from)
          return (
            <EventButton
              key={event.key}
              event={event}
              className={`cover cover-${seen}`}
              {...tabStop(event.key)}
            >
              {room > SIGN ? (
                <span className="cover-text" style={{ marginLeft: pixels(visible.from) - pixels(span.from) }}>
                  <Icon aria-hidden="true" />
                  {room > SIGN + 12 + textWidth(event.what) ? event.what : null}
                </span>
              ) : null}
            </EventButton>
          )
        })}
      </TimeLayer>
    </Lane>
  )
}
