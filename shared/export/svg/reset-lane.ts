import type { Reset } from '../../analyse/report.ts'
import type { DrawnLane, PictureFrame } from './picture-frame.ts'
import { svgTag, svgText } from './svg-tag.ts'

/** Resets as diamonds: filled when a reading states it, ringed when seen, dashed when worked out, "?" when only due. */
export function resetLane(frame: PictureFrame): DrawnLane | null {
  const { lanes, x, look, wording } = frame
  if (lanes.resets.length === 0 && lanes.resetGroups.length === 0) return null
  let free = 0
  const marks = lanes.resets.map((reset) => {
    const left = x(reset.at)
    const text = wording.window(reset.window)
    const room = left >= free
    if (room) free = left + 64
    return mark(frame, reset) + (room ? svgText({ x: left + 11, y: 21 }, text, { fill: look.faint }) : '')
  })
  const groups = lanes.resetGroups.map(({ span, count, window }) => {
    const from = x(span.from)
    const width = Math.max(2, x(span.to) - from)
    const label =
      width > 70
        ? svgText({ x: from + 4, y: 21 }, `${count} × ${wording.window(window)}`, { fill: look.faint })
        : ''
    return svgTag('rect', { x: from, y: 8, width, height: 18, fill: 'none', stroke: look.line }) + label
  })
  return { height: 34, name: wording.label('laneResets'), drawing: marks.join('') + groups.join('') }
}

function mark({ x, look }: PictureFrame, { at, basis, state }: Reset): string {
  const due = state === 'due_unverified'
  const left = x(at)
  const diamond = svgTag('path', {
    'd': `M${left} 10l7 7-7 7-7-7Z`,
    'fill': basis === 'reported' && !due ? look.ink : look.ground,
    'stroke': look.ink,
    'stroke-dasharray': basis === 'inferred' || due ? '2 2' : undefined,
  })
  const seen =
    basis === 'observed' && !due ? svgTag('circle', { cx: left, cy: 17, r: 2, fill: look.ink }) : ''
  const asked = due
    ? svgText({ x: left, y: 20.5 }, '?', { 'fill': look.ink, 'font-size': 10, 'text-anchor': 'middle' })
    : ''
  return diamond + seen + asked
}
