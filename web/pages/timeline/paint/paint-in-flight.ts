import type { InFlight } from '../../../../shared/analyse/logs/in-flight.ts'
import { fillPath, type Brush } from './brush.ts'

/**
 * How many were in flight: solid up to the fewest, which is certain, then fading up to a line at the most, which is only
 * possible; and the cap as a broken line. Stretches without any are left out.
 */
export function paintInFlight(
  { context, x, width, height, palette }: Brush,
  band: readonly InFlight[],
  cap: number | null,
  highest: number,
): void {
  const room = height - 6
  const y = (count: number) => height - 2 - (count / highest) * room
  const certain = new Path2D()
  const possible = new Path2D()
  const upper = new Path2D()
  const lower = new Path2D()
  for (const { span, lower: least, upper: most } of band) {
    const left = x(span.from)
    const right = x(span.to)
    if (right < 0 || left > width) continue
    certain.rect(left, y(least), right - left, y(0) - y(least))
    possible.rect(left, y(most), right - left, Math.max(1, y(least) - y(most)))
    upper.moveTo(left, y(most))
    upper.lineTo(right, y(most))
    if (least === 0) continue
    lower.moveTo(left, y(least))
    lower.lineTo(right, y(least))
  }
  context.globalAlpha = 0.45
  fillPath(context, palette.accent, certain)
  const fading = context.createLinearGradient(0, y(0), 0, 0)
  fading.addColorStop(0, palette.accent)
  fading.addColorStop(1, 'transparent')
  context.globalAlpha = 0.3
  fillPath(context, fading, possible)
  context.globalAlpha = 1
  context.lineWidth = 1.5
  context.strokeStyle = palette.accent
  context.stroke(upper)
  context.strokeStyle = palette.ink
  context.stroke(lower)
  if (cap === null) return
  context.lineWidth = 1.5
  context.strokeStyle = palette.danger
  context.setLineDash([7, 4])
  context.beginPath()
  context.moveTo(0, y(cap))
  context.lineTo(width, y(cap))
  context.stroke()
  context.setLineDash([])
}
