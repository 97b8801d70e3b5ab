import type { MeterPoint } from '../../analyse/views/lanes/meter-envelope.ts'
import type { MeterLine } from '../../analyse/readings/meter-lines.ts'
import type { WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import { PLOT_FROM, PLOT_TO, type DrawnLane, type PictureFrame } from './picture-frame.ts'
import { svgTag, svgText } from './svg-tag.ts'

const HEIGHT = 112
const TOP = 14
const BOTTOM = HEIGHT - 12

/** Windows are told apart by the dash of the line and the name at its end. */
const DASHES: Readonly<Record<WindowKind, string | undefined>> = {
  '5h': undefined,
  '7d': '7 3',
  'month': '2 3',
  'other': '7 3 2 3',
}

const y = (percent: number) => BOTTOM - (Math.min(Math.max(percent, 0), 100) / 100) * (BOTTOM - TOP)

/** What the meters read, in percent used; nothing is drawn between two readings that a reset lies between. */
export function meterLane(frame: PictureFrame): DrawnLane | null {
  const { lanes, wording, look } = frame
  if (lanes.meters.length === 0) return null
  const guides = [0, 50, 100].map(
    (percent) =>
      svgTag('line', { x1: PLOT_FROM, x2: PLOT_TO, y1: y(percent), y2: y(percent), stroke: look.line }) +
      svgText({ x: PLOT_TO + 4, y: y(percent) + 4 }, String(percent), {
        'fill': look.faint,
        'font-size': 10,
      }),
  )
  return {
    height: HEIGHT,
    name: wording.label('laneMeters'),
    note: wording.label('percentUsed'),
    drawing: guides.join('') + lanes.meters.map((line) => lineMarks(frame, line)).join('') + labels(frame),
  }
}

function lineMarks(frame: PictureFrame, { window, segments, ranges }: MeterLine): string {
  const { x, look } = frame
  const lines = segments
    .filter((points) => points.length > 1)
    .map((points) =>
      svgTag('polyline', {
        'points': points.map(({ at, usedPercent }) => `${round(x(at))},${round(y(usedPercent))}`).join(' '),
        'fill': 'none',
        'stroke': look.ink,
        'stroke-width': 1.5,
        'stroke-dasharray': DASHES[window],
      }),
    )
  const alone = segments
    .filter((points) => points.length === 1)
    .flat()
    .map((point) => readingMark(frame, point))
  const spread = ranges.map(({ span, min, max }) =>
    svgTag('rect', {
      x: x(span.from),
      y: y(max),
      width: Math.max(1, x(span.to) - x(span.from)),
      height: Math.max(1.5, y(min) - y(max)),
      fill: look.ink,
      opacity: 0.55,
    }),
  )
  return [...lines, ...alone, ...spread].join('')
}

const round = (value: number) => Math.round(value * 100) / 100

/**
 * A reading that no line joins. Where it is only known to lie somewhere in a stretch, the stretch is drawn, not a moment:
 *
 *     ├──────────────┤        ●
 */
function readingMark({ x, look, lanes }: PictureFrame, { at, usedPercent, snapshot }: MeterPoint): string {
  const taken = lanes.readings.find((reading) => reading.snapshot === snapshot)?.span
  const [from, to] = taken ? [x(taken.from), x(taken.to)] : [x(at), x(at)]
  const level = y(usedPercent)
  return to - from < 7
    ? svgTag('circle', { cx: (from + to) / 2, cy: level, r: 3.5, fill: look.ink })
    : svgTag('path', {
        'd': `M${round(from)} ${round(level - 4)}v8M${round(from)} ${round(level)}H${round(to)}M${round(to)} ${round(level - 4)}v8`,
        'fill': 'none',
        'stroke': look.ink,
        'stroke-width': 1.5,
      })
}

/** The name and last value of each meter at its end, moved apart where they would lie on each other. */
function labels({ x, lanes, look, wording }: PictureFrame): string {
  const ends = lanes.meters
    .flatMap(({ window, pool, segments, ranges }) => {
      const last = segments.at(-1)?.at(-1)
      const range = ranges.at(-1)
      const end = last
        ? { at: last.at, used: last.usedPercent }
        : range && { at: range.span.to, used: range.max }
      return end ? [{ ...end, text: `${wording.meter({ window, pool })} ${wording.percent(end.used)}` }] : []
    })
    .toSorted((a, b) => b.used - a.used)
  let above = -Infinity
  return ends
    .map(({ at, used, text }) => {
      const baseline = Math.max(y(used) + 4, above + 13)
      above = baseline
      const late = x(at) > PLOT_TO - 110
      return svgText({ x: x(at) + (late ? -8 : 8), y: baseline }, text, {
        'fill': look.ink,
        'text-anchor': late ? 'end' : 'start',
        'paint-order': 'stroke',
        'stroke': look.ground,
        'stroke-width': 3,
      })
    })
    .join('')
}
