import { PLOT_FROM, PLOT_TO, type DrawnLane, type PictureFrame } from './picture-frame.ts'
import { svgTag } from './svg-tag.ts'

const HEIGHT = 84

/** Requests as bars by outcome; stretches in which nobody looked are dotted, so that empty is not taken for idle. */
export function requestLane({ lanes, x, look, wording }: PictureFrame): DrawnLane {
  const sum = (bucket: (typeof lanes.requests)[number]) => bucket.success + bucket.failure + bucket.unknown
  const highest = Math.max(1, ...lanes.requests.map(sum))
  const unseen = lanes.unobserved.map(({ from, to }) =>
    svgTag('rect', { x: x(from), y: 1, width: x(to) - x(from), height: HEIGHT - 2, fill: 'url(#unseen)' }),
  )
  const bars = lanes.requests.map((bucket) => {
    const left = x(bucket.span.from)
    const width = Math.max(1.5, x(bucket.span.to) - left - 0.5)
    const parts = [
      { count: bucket.success, fill: look.bar },
      { count: bucket.unknown, fill: look.ground },
      { count: bucket.failure, fill: 'url(#failed)' },
    ]
    let y = HEIGHT
    return parts
      .filter(({ count }) => count > 0)
      .map(({ count, fill }) => {
        const height = Math.max(2, (count / highest) * (HEIGHT - 12))
        y -= height
        const stroke = fill === look.ground ? look.faint : undefined
        return svgTag('rect', { x: left, y, width, height, fill, stroke })
      })
      .join('')
  })
  return {
    height: HEIGHT,
    name: wording.label('laneRequests'),
    note:
      lanes.requests.length === 0
        ? ''
        : wording.label('upTo', { count: String(highest), step: wording.duration(lanes.step) }),
    drawing:
      unseen.join('') +
      bars.join('') +
      svgTag('line', { x1: PLOT_FROM, x2: PLOT_TO, y1: HEIGHT, y2: HEIGHT, stroke: look.line }),
  }
}
