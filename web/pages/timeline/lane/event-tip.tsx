import { useLayoutEffect, useRef, useState } from 'react'
import type { LaneEvent } from './lane-event.ts'
import type { TipAnchor } from './use-event-tip.ts'

interface EventTipProps {
  readonly event: LaneEvent
  readonly at: TipAnchor
  readonly onEnter: () => void
  readonly onLeave: () => void
}

const GAP = 8

/** An event's exact values beside it. Hidden from screen readers, which read the same words on the event itself. */
export function EventTip({ event, at, onEnter, onLeave }: EventTipProps) {
  const tip = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    const own = tip.current?.getBoundingClientRect()
    if (!own) return
    const middle = Math.min(Math.max(at.left, 0) + Math.min(at.width, 240) / 2, window.innerWidth)
    const left = Math.min(Math.max(GAP, middle - own.width / 2), window.innerWidth - own.width - GAP)
    const above = at.top - own.height - GAP
    setPlace({ left, top: above > GAP ? above : at.bottom + GAP })
  }, [at])
  return (
    <div
      ref={tip}
      className="event-tip"
      aria-hidden="true"
      style={place ?? { left: 0, top: 0, visibility: 'hidden' }}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      <p className="event-tip-time">{event.time}</p>
      <p className="event-tip-what">{event.what}</p>
      {event.details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
    </div>
  )
}
