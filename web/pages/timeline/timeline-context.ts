import { createContext, use } from 'react'
import type { Lanes } from '../../../shared/analyse/views/lanes.ts'
import type { Span } from '../../../shared/time/span.ts'
import type { Frame } from '../../data/frame.ts'
import type { LaneEvent } from './lane/lane-event.ts'
import type { LaneWords } from './lane/lane-words.ts'
import type { Stage } from './stage/stage.ts'
import type { TipAnchor } from './lane/use-event-tip.ts'

/** What every lane needs: what is drawn and what of it is in sight, on which clock, and what to do with an event. */
export interface TimelineTools {
  readonly lanes: Lanes
  /** What is in sight once a gesture has settled. */
  readonly shown: Span
  readonly stage: Stage
  readonly frame: Frame
  readonly words: LaneWords
  /** How wide all that is drawn is, in CSS pixels; more than what is in sight. */
  readonly drawnWidth: number
  /** Shows an event's words at a place. */
  readonly show: (event: LaneEvent, at: TipAnchor) => void
  readonly hide: () => void
  readonly act: (event: LaneEvent) => void
}

export const TimelineContext = createContext<TimelineTools | null>(null)

export function useTimeline(): TimelineTools {
  const tools = use(TimelineContext)
  if (!tools) throw new Error('a lane is not inside a timeline')
  return tools
}
