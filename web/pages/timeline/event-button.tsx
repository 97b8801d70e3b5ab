import type { CSSProperties, ReactNode } from 'react'
import { shareOf } from './axis-ticks.ts'
import type { LaneEvent } from './lane-event.ts'
import { useTimeline } from './timeline-context.ts'

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
  const { range, show, hide, act } = useTimeline()
  const left = shareOf(Math.max(event.span.from, range.from), range)
  const right = shareOf(Math.min(event.span.to, range.to), range)
  const place = point ? { left: `${left}%` } : { left: `${left}%`, width: `${right - left}%` }
  return (
    <button
      type="button"
      className={`event ${className}`}
      style={{ ...place, ...style }}
      tabIndex={tabIndex}
      data-lane={event.lane}
      data-at={event.span.from}
      aria-label={[event.time, event.what, ...event.details].join(', ')}
      aria-disabled={event.target === null ? true : undefined}
      onPointerEnter={({ currentTarget }) => show(event, currentTarget)}
      onPointerLeave={hide}
      onFocus={({ currentTarget }) => {
        show(event, currentTarget)
        onFocus?.()
      }}
      onBlur={hide}
      onClick={() => act(event)}
    >
      {children}
    </button>
  )
}
