import type { BlockBand } from '../../analyse/views/lanes.ts'
import { PLOT_TO, type DrawnLane, type PictureFrame } from './picture-frame.ts'
import { svgTag, svgText } from './svg-tag.ts'
import { textWidth } from './text-width.ts'

/** Blocked windows as bands, each with its grade in words where there is room beside it. */
export function blockLane(frame: PictureFrame): DrawnLane {
  const { lanes, wording } = frame
  let free = 0
  const bands = lanes.blocks.map((band) => {
    const [from, to] = edgesIn(frame, band)
    const grade = wording.grade(band.grade)
    const text = band.count > 1 ? `${grade} (${band.count})` : grade
    const room = to + 8 >= free && to + 8 + textWidth(text) <= PLOT_TO
    if (room) free = to + 16 + textWidth(text)
    return bandMark(frame, band, from, to) + (room ? label(frame, to + 8, text) : '')
  })
  return { height: 44, name: wording.label('laneBlocked'), drawing: bands.join('') }
}

/** Never narrower than two pixels: a short block on a long picture is still a block. */
const edgesIn = ({ x }: PictureFrame, { span }: BlockBand): readonly [number, number] => {
  const from = x(span.from)
  return [from, Math.max(x(span.to), from + 2)]
}

function bandMark({ look }: PictureFrame, { grade, within }: BlockBand, from: number, to: number): string {
  // "Somewhere in here" is an outline; a block that rests on a premise is striped; one that is shown is solid.
  const fill = within ? 'none' : grade === 'suspected' ? 'url(#suspected)' : look.blocked
  return svgTag('rect', {
    'x': from,
    'y': 9,
    'width': to - from,
    'height': 26,
    'rx': 4,
    fill,
    'stroke': look.blocked,
    'stroke-dasharray': within || grade === 'suspected' ? '4 3' : undefined,
  })
}

const label = ({ look }: PictureFrame, x: number, text: string) =>
  svgText({ x, y: 27 }, text, { 'fill': look.blocked, 'font-weight': 600 })

/** The blocked windows as a shade through all lanes. */
export const blockShade = (frame: PictureFrame, height: number): string =>
  frame.lanes.blocks
    .map((band) => {
      const [from, to] = edgesIn(frame, band)
      return svgTag('rect', {
        x: from,
        y: 0,
        width: to - from,
        height,
        fill: frame.look.blocked,
        opacity: 0.08,
      })
    })
    .join('')
