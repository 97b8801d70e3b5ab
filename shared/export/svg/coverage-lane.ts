import type { DrawnLane, PictureFrame } from './picture-frame.ts'
import { svgTag } from './svg-tag.ts'

/** Where the history was looked at: a plain bar; where it was not: dots; both by turns: a bar of half height. */
export function coverageLane({ lanes, x, look, wording }: PictureFrame): DrawnLane {
  const stretches = lanes.coverage.map(({ span, seen }) =>
    svgTag('rect', {
      x: x(span.from),
      y: seen === 'partly' ? 14 : 8,
      width: Math.max(1, x(span.to) - x(span.from)),
      height: seen === 'partly' ? 6 : 18,
      rx: 3,
      fill: seen === 'unobserved' ? 'url(#unseen)' : look.line,
      stroke: seen === 'unobserved' ? look.line : look.faint,
    }),
  )
  return { height: 34, name: wording.label('laneSeen'), drawing: stretches.join('') }
}
