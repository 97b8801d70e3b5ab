import type { RowTick } from '../../../../shared/analyse/views/lanes/row-ticks.ts'
import type { Brush } from './brush.ts'

/** How many rows share a second, and which of them this one is: they stand on each other. */
interface Stacked {
  readonly row: RowTick
  readonly index: number
  readonly of: number
}

export function stackRows(rows: readonly RowTick[]): readonly Stacked[] {
  const counts = new Map<number, number>()
  for (const { at } of rows) counts.set(at, (counts.get(at) ?? 0) + 1)
  const next = new Map<number, number>()
  return rows.map((row) => {
    const index = next.get(row.at) ?? 0
    next.set(row.at, index + 1)
    return { row, index, of: counts.get(row.at) ?? 1 }
  })
}

const BREADTH = 2

/** Requests one by one: a line for what succeeded, a line with a cross for what failed, a broken line for what is not known. */
export function paintRows({ context, height, width, palette, x }: Brush, rows: readonly Stacked[]): void {
  const success = new Path2D()
  const unknown = new Path2D()
  const failure = new Path2D()
  for (const { row, index, of } of rows) {
    const at = Math.round(x(row.at)) + 0.5
    if (at < -8 || at > width + 8) continue
    const tall = (height - 8) / of
    const top = height - 2 - tall * (index + 1)
    const path = row.outcome === 'success' ? success : row.outcome === 'failure' ? failure : unknown
    path.moveTo(at, top + 2)
    path.lineTo(at, top + tall)
    if (row.outcome !== 'failure') continue
    const arm = Math.min(4, tall / 3)
    const middle = top + 2 + arm
    path.moveTo(at - arm, middle - arm)
    path.lineTo(at + arm, middle + arm)
    path.moveTo(at + arm, middle - arm)
    path.lineTo(at - arm, middle + arm)
  }
  context.lineWidth = BREADTH
  context.strokeStyle = palette.bar
  context.stroke(success)
  context.strokeStyle = palette.danger
  context.stroke(failure)
  context.strokeStyle = palette.edge
  context.setLineDash([3, 3])
  context.stroke(unknown)
  context.setLineDash([])
}
