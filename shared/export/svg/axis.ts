import { edgesOf, stepFor } from '../../analyse/views/lanes/time-grid.ts'
import { DAY_OF_HOURS } from '../../time/duration.ts'
import { formatWall } from '../../time/format.ts'
import { instant } from '../../time/instant.ts'
import { PLOT_FROM, PLOT_TO, type DrawnLane, type PictureFrame } from './picture-frame.ts'
import { svgTag, svgText } from './svg-tag.ts'

/** So many labels of a time fit beside each other. */
const MAX_TICKS = 13

/** The round times of the clock that get a label, inside the picture. */
function ticksOf({ lanes, zone }: PictureFrame): readonly number[] {
  const step = stepFor(lanes.span, MAX_TICKS)
  return edgesOf(lanes.span, step, zone).filter((at) => at >= lanes.span.from && at < lanes.span.to)
}

/** The time axis: days where a step is a day or more, else the clock. */
export function axisLane(frame: PictureFrame, zoneName: string): DrawnLane {
  const { lanes, x, look, zone, clock } = frame
  const days = stepFor(lanes.span, MAX_TICKS) >= DAY_OF_HOURS
  // a label at the right edge would stick out
  const labels = ticksOf(frame)
    .filter((at) => x(at) < PLOT_TO - (days ? 72 : 40))
    .map((at) => {
      const text = days ? formatWall(instant(at), zone).slice(0, 10) : clock(at)
      return svgText({ x: x(at) + 4, y: 18 }, text, { fill: look.faint })
    })
  return { height: 28, name: zoneName, drawing: labels.join('') }
}

/** A line down through all lanes at each round time. */
export const gridLines = (frame: PictureFrame, height: number): string =>
  ticksOf(frame)
    .filter((at) => frame.x(at) > PLOT_FROM)
    .map((at) =>
      svgTag('line', {
        x1: frame.x(at),
        x2: frame.x(at),
        y1: 0,
        y2: height,
        stroke: frame.look.line,
      }),
    )
    .join('')
