import type { RequestBucket } from '../../../../shared/analyse/views/lanes.ts'
import type { Span } from '../../../../shared/time/span.ts'
import { fillPath, type Brush } from './brush.ts'

/** No part of a bar is too small to be seen, however few its requests are among many. */
const LEAST = 3

/** Requests by outcome: what succeeded is filled, what failed is hatched on top of it, what is not known is an outline. */
export function paintBars(brush: Brush, buckets: readonly RequestBucket[], highest: number): void {
  const { context, height, width, palette, x } = brush
  const room = height - 4
  const success = new Path2D()
  const failure = new Path2D()
  const unknown = new Path2D()
  for (const bucket of buckets) {
    const left = x(bucket.span.from)
    const right = x(bucket.span.to)
    if (right < -1 || left > width + 1) continue
    const gap = right - left > 4 ? 1 : 0
    const breadth = Math.max(1.5, right - left - gap)
    const unit = room / highest
    let top = height
    for (const [path, count] of [
      [success, bucket.success],
      [unknown, bucket.unknown],
      [failure, bucket.failure],
    ] as const) {
      if (count === 0) continue
      const tall = Math.max(LEAST, count * unit)
      top -= tall
      path.rect(left, Math.max(0, top), breadth, tall)
    }
  }
  fillPath(context, palette.bar, success)
  fillPath(context, brush.hatch, failure)
  context.lineWidth = 1
  context.strokeStyle = palette.danger
  context.stroke(failure)
  fillPath(context, palette.surface, unknown)
  context.strokeStyle = palette.edge
  context.setLineDash([2, 2])
  context.stroke(unknown)
  context.setLineDash([])
}

/** Behind a lane, where nobody looked: an empty stretch there says nothing, unlike an empty one that was observed. */
export function paintUnobserved({ context, x, width, height, dots }: Brush, spans: readonly Span[]): void {
  context.fillStyle = dots
  for (const { from, to } of spans) {
    const left = Math.max(0, x(from))
    const right = Math.min(width, x(to))
    if (right > left) context.fillRect(left, 0, right - left, height)
  }
}
