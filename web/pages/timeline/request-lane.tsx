import type { Lanes, RequestBucket } from '../../../shared/analyse/lanes.ts'
import { useText } from '../../locales/use-text.ts'
import { EventButton } from './event-button.tsx'
import { Lane } from './lane.tsx'
import { requestEvent, requestsIn } from './request-events.ts'
import { useTimeline } from './timeline-context.ts'
import { useTabStop } from './use-tab-stop.ts'
import { UnobservedShade } from './unobserved-shade.tsx'
import './request-lane.css'

/** Requests by outcome, a bar for each stretch that has any. One tab stop; the arrows walk along the bars. */
export function RequestLane({ lanes }: { readonly lanes: Lanes }) {
  const t = useText()
  const { frame } = useTimeline()
  const events = lanes.requests.map((bucket) => ({ bucket, event: requestEvent(bucket, frame, t) }))
  const tabStop = useTabStop(events.map(({ event }) => event.key))
  const highest = Math.max(...lanes.requests.map(requestsIn), 1)
  return (
    <Lane
      name="requests"
      label={t('timeline.lane.requests')}
      note={lanes.requests.length > 0 ? t('timeline.highest', { count: highest }) : null}
    >
      <UnobservedShade spans={lanes.unobserved} />
      {lanes.requests.length === 0 ? (
        <p className="lane-empty">
          <span>{t('timeline.noRequests')}</span>
        </p>
      ) : null}
      {events.map(({ bucket, event }) => (
        <EventButton key={event.key} event={event} className="bar" {...tabStop(event.key)}>
          <Bar bucket={bucket} highest={highest} />
        </EventButton>
      ))}
    </Lane>
  )
}

const OUTCOMES = ['failure', 'unknown', 'success'] as const

function Bar({ bucket, highest }: { readonly bucket: RequestBucket; readonly highest: number }) {
  return (
    <span className="bar-stack" style={{ height: `${(requestsIn(bucket) / highest) * 100}%` }}>
      {OUTCOMES.map((outcome) =>
        bucket[outcome] > 0 ? (
          <span key={outcome} className={`bar-part bar-${outcome}`} style={{ flexGrow: bucket[outcome] }} />
        ) : null,
      )}
    </span>
  )
}
