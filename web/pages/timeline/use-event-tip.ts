import { useCallback, useEffect, useRef, useState } from 'react'
import type { LaneEvent } from './lane-event.ts'

/** Long enough to move the pointer from an event onto its tip. */
const LINGER = 140

export interface ShownTip {
  readonly event: LaneEvent
  readonly at: Element
}

/** Which event's tip is open. It stays while the pointer is on it, and Escape takes it away (WCAG 1.4.13). */
export function useEventTip() {
  const [shown, setShown] = useState<ShownTip | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useCallback(() => clearTimeout(timer.current), [])
  const show = useCallback((event: LaneEvent, at: Element) => {
    clearTimeout(timer.current)
    setShown({ event, at })
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
