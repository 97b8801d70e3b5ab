import { useEffect, useRef, type RefObject } from 'react'
import { spanLength } from '../../../shared/time/span.ts'
import { instant } from '../../../shared/time/instant.ts'
import { clockText } from '../../data/frame.ts'
import { useTimeline } from './timeline-context.ts'

/** A line through all lanes at the pointer, with the time. Moved by hand: a drawing per pixel would be too dear. */
export function Crosshair({ over }: { readonly over: RefObject<HTMLElement | null> }) {
  const { range, frame } = useTimeline()
  const line = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const area = over.current
    const mark = line.current
    if (!area || !mark) return
    const move = (event: PointerEvent) => {
      const box = mark.parentElement?.getBoundingClientRect()
      const share = box ? (event.clientX - box.left) / box.width : -1
      mark.hidden = event.pointerType === 'touch' || share < 0 || share > 1
      if (mark.hidden) return
      mark.style.left = `${share * 100}%`
      if (text.current)
        text.current.textContent = clockText(instant(range.from + share * spanLength(range)), frame)
    }
    const leave = () => {
      mark.hidden = true
    }
    area.addEventListener('pointermove', move)
    area.addEventListener('pointerleave', leave)
    return () => {
      area.removeEventListener('pointermove', move)
      area.removeEventListener('pointerleave', leave)
    }
  }, [over, range, frame])
  return (
    <div className="crosshair-area" aria-hidden="true">
      <div ref={line} className="crosshair" hidden>
        <span ref={text} />
      </div>
    </div>
  )
}
