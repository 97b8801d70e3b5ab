import { createContext, use } from 'react'
import type { Span } from '../../../shared/time/span.ts'
import type { Frame } from '../../data/frame.ts'
import type { LaneEvent } from './lane-event.ts'

/** What every lane needs: the stretch they share, on which clock, and what to do with an event. */
export interface TimelineTools {
  readonly range: Span
  readonly frame: Frame
  /** How long the stretch is drawn, in CSS pixels. */
  readonly width: number
  /** Shows an event's words at an element; null takes them away. */
  readonly show: (event: LaneEvent, at: Element) => void
  readonly hide: () => void
  readonly act: (event: LaneEvent) => void
}

export const TimelineContext = createContext<TimelineTools | null>(null)

export function useTimeline(): TimelineTools {
  const tools = use(TimelineContext)
  if (!tools) throw new Error('a lane is not inside a timeline')
  return tools
}
