import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Span } from '../../../../shared/time/span.ts'
import { EventButton } from './event-button.tsx'
import { spanNear } from './event-near.ts'
import type { LaneEvent, LaneName } from './lane-event.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'
import { lengthOf, momentAt, pixelOf } from '../view/view.ts'

interface CanvasEventsProps {
  readonly lane: LaneName
  /** Where the events lie, sorted by their begin. */
  readonly spans: readonly Span[]
  /** An event is put into words when somebody asks for it: there may be a thousand. */
  readonly eventOf: (index: number) => LaneEvent
}

/** A pointer this near to an event means it, in CSS pixels. */
const REACH = 5

/**
 * What can be done with events that are drawn on a canvas: tips and clicks find them by their time, and for the keyboard
 * there is one button, which the arrows take from event to event. A thousand buttons would cost more than they help.
 */
export function CanvasEvents({ lane, spans, eventOf }: CanvasEventsProps) {
  const { stage, show, hide, act } = useTimeline()
  const box = useRef<HTMLDivElement>(null)
  const indexAt = (pointer: PointerEvent | React.MouseEvent): number | null => {
    const left = box.current?.getBoundingClientRect().left ?? 0
    const view = stage.view()
    const at = momentAt(pointer.clientX - left, view, stage.width())
    return spanNear(spans, at, (REACH / stage.width()) * lengthOf(view))
  }
  const showAt = (index: number) => {
    const rect = box.current?.getBoundingClientRect()
    const span = spans[index]
    if (!rect || !span) return
    const left = Math.max(0, pixelOf(span.from, stage.view(), stage.width()))
    const right = Math.min(stage.width(), pixelOf(span.to, stage.view(), stage.width()))
    show(eventOf(index), {
      left: rect.left + left,
      top: rect.top,
      width: Math.max(1, right - left),
      bottom: rect.bottom,
    })
  }
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the keyboard has the button below */}
      <div
        ref={box}
        className="canvas-hits"
        onPointerMove={(event) => {
          const index = stage.isMoving() ? null : indexAt(event)
          if (box.current) box.current.style.cursor = index === null ? '' : 'pointer'
          if (index === null) hide()
          else showAt(index)
        }}
        onPointerLeave={hide}
        onClick={(event) => {
          const index = indexAt(event)
          if (index !== null) act(eventOf(index))
        }}
      />
      {spans.length > 0 ? <LaneCursor lane={lane} spans={spans} eventOf={eventOf} /> : null}
    </>
  )
}

/** The one button of a lane: it stands for the event at `at`, and moves on with the arrows. */
function LaneCursor({ lane, spans, eventOf }: CanvasEventsProps) {
  const { lanes, shown } = useTimeline()
  const [at, setAt] = useState<number | null>(null)
  // A new button for each move: a screen reader announces what gets the focus, not what a button has become.
  const [moves, setMoves] = useState(0)
  const holder = useRef<HTMLDivElement>(null)
  const index = spanNear(spans, at ?? shown.from, Number.POSITIVE_INFINITY) ?? 0
  const goTo = (next: number) => {
    const target = spans[Math.max(0, Math.min(spans.length - 1, next))]
    if (!target) return
    flushSync(() => {
      setAt(target.from)
      setMoves((count) => count + 1)
    })
    holder.current?.querySelector('button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: spans.length - 1 }[event.key]
    if (moved === undefined) return
    event.preventDefault()
    event.stopPropagation()
    goTo(moved)
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for the button inside
    <div
      ref={(element) => {
        holder.current = element
        return whenCalledNear(element, (near) => flushSync(() => setAt(near)))
      }}
      onKeyDown={onKeyDown}
      data-cursor={lane}
    >
      <TimeLayer span={lanes.span} className="cursor-layer">
        <EventButton key={moves} event={eventOf(index)} className="lane-cursor" />
      </TimeLayer>
    </div>
  )
}

/** Up and down from another lane call the button to the event nearest in time (lane-keys.ts). Returns how to stop. */
function whenCalledNear(element: HTMLElement | null, go: (at: number) => void): () => void {
  const near = (event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === 'number') go(event.detail)
  }
  element?.addEventListener('lane-near', near)
  return () => element?.removeEventListener('lane-near', near)
}
