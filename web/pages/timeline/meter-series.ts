import type { MeterLine } from '../../../shared/analyse/meter-lines.ts'

export interface MeterSeries {
  /** The key of its values in the points. */
  readonly key: string
  readonly line: MeterLine
}

/** A moment with the values that were read then, by series. */
export type MeterRow = { readonly at: number } & Readonly<Record<string, number>>

/**
 * One series for each unbroken piece of a line, because a chart joins whatever one series holds:
 *
 *     5h   ●──●──●   reset   ●──●        two series; nothing is drawn across the reset
 *
 * A piece of a single reading has no line; the reading's own mark shows it.
 */
export function meterSeries(lines: readonly MeterLine[]): {
  readonly series: readonly MeterSeries[]
  readonly rows: readonly MeterRow[]
} {
  const series: MeterSeries[] = []
  const rows = new Map<number, Record<string, number> & { at: number }>()
  for (const [lineIndex, line] of lines.entries()) {
    for (const [segmentIndex, segment] of line.segments.entries()) {
      if (segment.length < 2) continue
      const key = `line${lineIndex}segment${segmentIndex}`
      series.push({ key, line })
      for (const { at, usedPercent } of segment) {
        const row = rows.get(at) ?? { at }
        row[key] = usedPercent
        rows.set(at, row)
      }
    }
  }
  return { series, rows: [...rows.values()].toSorted((a, b) => a.at - b.at) }
}
