import { useLayoutEffect, useRef } from 'react'
import type { Span } from '../../../../shared/time/span.ts'
import type { Stage } from '../stage/stage.ts'
import type { View } from '../view/view.ts'
import { moveEdge } from './move-edge.ts'

interface BrushHandleProps {
  readonly edge: 'from' | 'to'
  readonly stage: Stage
  readonly bounds: Span
  readonly label: string
  /** Where the edge lies, in words. */
  readonly say: (view: View) => string
}

/** An arrow moves an edge by this part of the history, with Shift by ten times as much. */
const STEPS = 200

/** An edge of the window over the history, as a slider: dragged, or moved by the arrows. */
export function BrushHandle({ edge, stage, bounds, label, say }: BrushHandleProps) {
  const handle = useRef<HTMLDivElement>(null)
  useLayoutEffect(
    () =>
      stage.follow((view) => {
        const element = handle.current
        if (!element) return
        element.setAttribute('aria-valuenow', String(Math.round(view[edge] / 1000)))
        if (!stage.isMoving()) element.setAttribute('aria-valuetext', say(view))
      }),
    [stage, edge, say],
  )
  return (
    <div
      ref={handle}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input of type range has no second thumb
      role="slider"
      tabIndex={0}
      className={`brush-handle brush-handle-${edge}`}
      data-edge={edge}
      aria-label={label}
      aria-valuemin={Math.round(bounds.from / 1000)}
      aria-valuemax={Math.round(bounds.to / 1000)}
      aria-valuenow={Math.round(stage.view()[edge] / 1000)}
      onKeyDown={(event) => {
        const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
        if (direction === undefined && event.key !== 'Home' && event.key !== 'End') return
        event.preventDefault()
        const step = ((bounds.to - bounds.from) / STEPS) * (event.shiftKey ? 10 : 1)
        const at =
          direction === undefined
            ? bounds[event.key === 'Home' ? 'from' : 'to']
            : stage.view()[edge] + direction * step
        stage.move(moveEdge(stage.view(), edge, at))
      }}
      onKeyUp={() => handle.current?.setAttribute('aria-valuetext', say(stage.view()))}
    />
  )
}
