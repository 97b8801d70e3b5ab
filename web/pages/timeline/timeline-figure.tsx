import { useId, useMemo, useRef } from 'react'
import type { Lanes } from '../../../shared/analyse/lanes.ts'
import type { Frame } from '../../data/frame.ts'
import { useWidth } from '../../parts/use-width.ts'
import { AxisLane } from './axis-lane.tsx'
import { BlockLane } from './block-lane.tsx'
import { CoverageLane } from './coverage-lane.tsx'
import { Crosshair } from './crosshair.tsx'
import { EventTip } from './event-tip.tsx'
import { GridLines } from './grid-lines.tsx'
import type { LaneEvent } from './lane-event.ts'
import { moveFocus } from './lane-keys.ts'
import { MeterLane } from './meter-lane.tsx'
import { RequestLane } from './request-lane.tsx'
import { ResetLane } from './reset-lane.tsx'
import { TimelineContext } from './timeline-context.ts'
import { useEventTip } from './use-event-tip.ts'
import './timeline-figure.css'
import './lanes.css'

interface TimelineFigureProps {
  readonly lanes: Lanes
  readonly frame: Frame
  readonly zoneName: string
  readonly summary: string
  readonly act: (event: LaneEvent) => void
}

/** A tick label needs about this many pixels. */
const TICK_ROOM = 64

/** All lanes over one time axis. */
export function TimelineFigure({ lanes, frame, zoneName, summary, act }: TimelineFigureProps) {
  const id = useId()
  const area = useRef<HTMLDivElement>(null)
  const track = useRef<HTMLDivElement>(null)
  const width = useWidth(track) ?? 840
  const most = Math.max(3, Math.floor(width / TICK_ROOM))
  const { shown, show, hide, keep } = useEventTip()
  const tools = useMemo(
    () => ({ range: lanes.span, frame, width, show, hide, act }),
    [lanes.span, frame, width, show, hide, act],
  )
  return (
    <TimelineContext value={tools}>
      <figure className="timeline" aria-labelledby={id}>
        <figcaption id={id}>{summary}</figcaption>
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows move between buttons inside */}
        <div
          ref={area}
          className="lanes"
          onKeyDown={(event) => {
            if (moveFocus(event.key, event.currentTarget)) event.preventDefault()
          }}
        >
          <GridLines ref={track} most={most} blocks={lanes.blocks} resets={lanes.resets} />
          <AxisLane zoneName={zoneName} most={most} />
          <BlockLane lanes={lanes} />
          <RequestLane lanes={lanes} />
          <MeterLane lanes={lanes} />
          <ResetLane lanes={lanes} />
          <CoverageLane lanes={lanes} />
          <Crosshair over={area} />
        </div>
      </figure>
      {shown ? (
        <EventTip key={shown.event.key} event={shown.event} at={shown.at} onEnter={keep} onLeave={hide} />
      ) : null}
    </TimelineContext>
  )
}
