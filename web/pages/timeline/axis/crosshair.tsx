import { useEffect, useRef, type RefObject } from 'react'
import { instant } from '../../../../shared/time/instant.ts'
import { useTimeline } from '../timeline-context.ts'
import { momentAt } from '../view/view.ts'

/** A line through all lanes at the pointer, with the time. Moved by hand: a drawing per pixel would be too dear. */
export function Crosshair({ over }: { readonly over: RefObject<HTMLElement | null> }) {
  const { stage, words } = useTimeline()
  const line = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const area = over.current
    const mark = line.current
    if (!area || !mark) return
    const move = (event: PointerEvent) => {
      const left = mark.parentElement?.getBoundingClientRect().left ?? 0
      const x = event.clientX - left
      const width = stage.width()
      mark.hidden = event.pointerType === 'touch' || x < 0 || x > width
      if (mark.hidden) return
      mark.style.transform = `translateX(${x}px)`
      mark.classList.toggle('crosshair-late', x > width - 140)
      if (text.current) text.current.textContent = words.time.at(instant(momentAt(x, stage.view(), width)))
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
  }, [over, stage, words])
  return (
    <div className="crosshair-area" aria-hidden="true">
      <div ref={line} className="crosshair" hidden>
        <span ref={text} />
      </div>
    </div>
  )
}
