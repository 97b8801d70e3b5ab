import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { Span } from '../../../../shared/time/span.ts'
import { lengthOf } from '../view/view.ts'
import { useTimeline } from '../timeline-context.ts'

interface TimeLayerProps {
  /** What is drawn, more than what is in sight; children lie in percent of it. */
  readonly span: Span
  readonly className?: string
  /** Stretches what is drawn, where it cannot be drawn wider: a chart. */
  readonly drawnWidth?: number
  readonly children: ReactNode
}

/** A layer that moves with the view by a transform and its width, without anything in it being drawn by React again. */
export function TimeLayer({ span, className = '', drawnWidth, children }: TimeLayerProps) {
  const { stage } = useTimeline()
  const layer = useRef<HTMLDivElement>(null)
  useLayoutEffect(
    () =>
      stage.follow((view, width) => {
        const style = layer.current?.style
        if (!style) return
        const pixels = (lengthOf(span) / lengthOf(view)) * width
        const left = ((span.from - view.from) / lengthOf(view)) * width
        if (drawnWidth === undefined) {
          style.width = `${pixels}px`
          style.transform = `translateX(${left}px)`
        } else {
          style.width = `${drawnWidth}px`
          style.transform = `translateX(${left}px) scaleX(${drawnWidth > 0 ? pixels / drawnWidth : 1})`
        }
      }),
    [stage, span, drawnWidth],
  )
  return (
    <div ref={layer} className={`time-layer ${className}`}>
      {children}
    </div>
  )
}
