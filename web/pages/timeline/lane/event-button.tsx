import type { CSSProperties, ReactNode } from 'react'
import { shareOf } from '../share-of.ts'
import type { LaneEvent } from './lane-event.ts'
import { useTimeline } from '../timeline-context.ts'

interface EventButtonProps {
  readonly event: LaneEvent
  readonly className: string
  /** Drawn around its moment instead of over its span. */
  readonly point?: boolean
  readonly tabIndex?: number
  readonly onFocus?: () => void
  readonly style?: CSSProperties
  readonly children?: ReactNode
}

/** An event on a lane: a real button where it lies, which says in words all that its drawing says. */
export function EventButton({
  event,
  className,
  point = false,
  tabIndex = 0,
  onFocus,
  style,
  children,
}: EventButtonProps) {
  const { lanes, stage, show, hide, act } = useTimeline()
  const left = shareOf(Math.max(event.span.from, lanes.span.from), lanes.span)
  const right = shareOf(Math.min(event.span.to, lanes.span.to), lanes.span)
  const place = point ? { left: `${left}%` } : { left: `${left}%`, width: `${Math.max(0, right - left)}%` }
  return (
    <button
      type="button"
      className={`event ${className}`}
      style={{ ...place, ...style }}
      tabIndex={tabIndex}
      data-lane={event.lane}
      data-at={event.span.from}
      data-to={event.span.to}
      aria-label={[event.time, event.what, ...event.details].join(', ')}
      aria-disabled={event.target === null ? true : undefined}
      onPointerEnter={({ currentTarget }) => {
        if (!stage.isMoving()) show(event, currentTarget.getBoundingClientRect())
      }}
      onPointerLeave={hide}
      onFocus={({ currentTarget }) => {
        show(event, currentTarget.getBoundingClientRect())
        onFocus?.()
      }}
      onBlur={hide}
      onClick={() => act(event)}
    >
      {children}
    </button>
  )
}
