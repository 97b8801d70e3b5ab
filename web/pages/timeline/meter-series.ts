import type { MeterRange } from '../../../shared/analyse/lanes/meter-envelope.ts'
import type { MeterLine } from '../../../shared/analyse/meter-lines.ts'

export interface MeterSeries {
  /** The key of its values in the points. */
  readonly key: string
  readonly line: MeterLine
  /** A line through readings, or a band between the least and the most of many. */
  readonly kind: 'line' | 'range'
}

type Value = number | readonly [least: number, most: number]

/** A moment with the values that were read then, by series. */
export type MeterRow = { readonly at: number } & Readonly<Record<string, Value>>

/**
 * One series for each unbroken piece of a line, because a chart joins whatever one series holds:
 *
 *     5h   ●──●──●   reset   ●──●        two series; nothing is drawn across the reset
 *
 * A piece of a single reading has no line; the reading's own mark shows it. Stretches of many readings that touch are a
 * band, which is broken where nothing was read.
 */
export function meterSeries(lines: readonly MeterLine[]): {
  readonly series: readonly MeterSeries[]
  readonly rows: readonly MeterRow[]
} {
  const series: MeterSeries[] = []
  const rows = new Map<number, Record<string, Value> & { at: number }>()
  const rowAt = (at: number) => {
    const row: Record<string, Value> & { at: number } = rows.get(at) ?? { at }
    rows.set(at, row)
    return row
  }
  const put = (at: number, key: string, value: Value) => {
    rowAt(at)[key] = value
  }
  for (const [lineIndex, line] of lines.entries()) {
    for (const [segmentIndex, segment] of line.segments.entries()) {
      if (segment.length < 2) continue
      const key = `line${lineIndex}segment${segmentIndex}`
      series.push({ key, line, kind: 'line' })
      for (const { at, usedPercent } of segment) put(at, key, usedPercent)
    }
    for (const [pieceIndex, piece] of unbroken(line.ranges).entries()) {
      const key = `line${lineIndex}range${pieceIndex}`
      series.push({ key, line, kind: 'range' })
      for (const { span, min, max } of piece) put((span.from + span.to) / 2, key, [min, max])
      const [first] = piece
      const last = piece.at(-1)
      if (first) put(first.span.from, key, [first.min, first.max])
      if (last) put(last.span.to, key, [last.min, last.max])
    }
  }
  return { series, rows: [...rows.values()].toSorted((a, b) => a.at - b.at) }
}

function unbroken(ranges: readonly MeterRange[]): readonly (readonly MeterRange[])[] {
  const pieces: MeterRange[][] = []
  for (const range of ranges) {
    const piece = pieces.at(-1)
    if (piece && piece.at(-1)?.span.to === range.span.from) piece.push(range)
    else pieces.push([range])
  }
  return pieces
}
