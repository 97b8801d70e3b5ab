import type { RefObject } from 'react'
import type { BlockBand } from '../../../shared/analyse/lanes.ts'
import type { Reset } from '../../../shared/analyse/report.ts'
import { axisTicks, shareOf } from './axis-ticks.ts'
import { resetLook } from './reset-events.ts'
import { useTimeline } from './timeline-context.ts'

interface GridLinesProps {
  /** Spans the track of all lanes, and is measured for them. */
  readonly ref: RefObject<HTMLDivElement | null>
  readonly most: number
  readonly blocks: readonly BlockBand[]
  readonly resets: readonly Reset[]
}

/** Behind all lanes: hours, resets, and the shade of blocked windows, so that the eye can follow a moment down. */
export function GridLines({ ref, most, blocks, resets }: GridLinesProps) {
  const { range, frame } = useTimeline()
  const width = (from: number, to: number) => ({
    left: `${shareOf(from, range)}%`,
    width: `${shareOf(to, range) - shareOf(from, range)}%`,
  })
  return (
    <div ref={ref} className="grid-lines" aria-hidden="true">
      {axisTicks(range, frame, most).map(({ at }) => (
        <i key={at} className="grid-hour" style={{ left: `${shareOf(at, range)}%` }} />
      ))}
      {blocks.map(({ incident, span, within }) => (
        <i
          key={incident}
          className={within ? 'grid-block grid-block-within' : 'grid-block'}
          style={width(span.from, span.to)}
        />
      ))}
      {resets.map((reset) => (
        <i
          key={`${reset.window} ${reset.at}`}
          className={`grid-reset grid-reset-${resetLook(reset)}`}
          style={{ left: `${shareOf(reset.at, range)}%` }}
        />
      ))}
    </div>
  )
}
