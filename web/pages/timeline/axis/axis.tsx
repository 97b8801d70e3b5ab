import { useLayoutEffect, useRef } from 'react'
import { useLanguage } from '../../../locales/use-text.ts'
import { useTimeline } from '../timeline-context.ts'
import { textWidth } from '../labels/text-width.ts'
import { tickText } from './tick-text.ts'
import { pixelOf } from '../view/view.ts'
import { ticksOf } from '../view/ticks.ts'
import './axis.css'

/** A tick label needs about this many pixels. */
const TICK_ROOM = 72
/** Before and after a label, in CSS pixels. */
const TICK_GAPS = 12

/** The time axis that all lanes share, headed by the zone whose clock it shows. */
export function Axis({ zoneText }: { readonly zoneText: string }) {
  return (
    <div className="lane lane-axis" aria-hidden="true">
      <div className="lane-label">
        <span className="lane-note">{zoneText}</span>
      </div>
      <div className="lane-track">
        <Ticks className="tick" written />
      </div>
    </div>
  )
}

interface TicksProps {
  readonly className: string
  /** With words; else as lines only. */
  readonly written?: boolean
}

/**
 * Ticks that follow a gesture: their elements are kept and moved by hand, a dozen of them in each frame, so that the axis
 * is right at every moment and not only once the gesture has settled.
 */
export function Ticks({ className, written = false }: TicksProps) {
  const { stage, frame } = useTimeline()
  const language = useLanguage()
  const host = useRef<HTMLDivElement>(null)
  useLayoutEffect(
    () =>
      stage.follow((view, width) => {
        const element = host.current
        if (!element) return
        const most = Math.max(2, Math.floor(width / TICK_ROOM))
        const ticks = width > 0 ? ticksOf(view, frame.zone, most) : []
        while (element.childElementCount < ticks.length) element.append(document.createElement('i'))
        for (const [index, child] of [...element.children].entries()) {
          const tick = ticks[index]
          if (!(child instanceof HTMLElement)) continue
          child.hidden = tick === undefined
          if (!tick) continue
          child.className = tick.major ? `${className} ${className}-major` : className
          const left = pixelOf(tick.at, view, width)
          child.style.transform = `translateX(${left}px)`
          if (!written) continue
          const text = tickText(tick, language)
          // half a label at the right edge would be read as another time
          const fitting = left + TICK_GAPS + textWidth(text) > width ? '' : text
          // the same text written again would be laid out again, sixty times a second
          if (child.textContent !== fitting) child.textContent = fitting
        }
      }),
    [stage, frame, language, className, written],
  )
  return <div ref={host} className="ticks" aria-hidden="true" />
}
