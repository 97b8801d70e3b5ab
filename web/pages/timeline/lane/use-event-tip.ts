import { useCallback, useEffect, useRef, useState } from 'react'
import type { LaneEvent } from './lane-event.ts'

/** Long enough to move the pointer from an event onto its tip. */
const LINGER = 140

/** Where a tip belongs, in CSS pixels of the window: an event's own element, or the place on a canvas that shows it. */
export interface TipAnchor {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly bottom: number
}

export interface ShownTip {
  readonly event: LaneEvent
  readonly at: TipAnchor
}

/** Which event's tip is open. It stays while the pointer is on it, and Escape takes it away (WCAG 1.4.13). */
export function useEventTip() {
  const [shown, setShown] = useState<ShownTip | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useCallback(() => clearTimeout(timer.current), [])
  const show = useCallback((event: LaneEvent, at: TipAnchor) => {
    clearTimeout(timer.current)
    setShown((last) => (last?.event.key === event.key && last.at.left === at.left ? last : { event, at }))
  }, [])
  const hide = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setShown(null), LINGER)
  }, [])
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setShown(null)
    }
    window.addEventListener('keydown', close)
    return () => {
      clearTimeout(timer.current)
      window.removeEventListener('keydown', close)
    }
  }, [])
  return { shown, show, hide, keep }
}
