import type { MeterRange } from '../../../../shared/analyse/views/lanes/meter-envelope.ts'
import type { MeterLine } from '../../../../shared/analyse/readings/meter-lines.ts'

export interface MeterSeries {
  /** The key of its values in the rows. */
  readonly key: string
  readonly line: MeterLine
  /** A line through readings, or a band between the least and the most of many. */
  readonly kind: 'line' | 'range'
}

type Value = number | readonly [least: number, most: number]

/** A moment with the value of one series, or with none: there the series is broken. */
export type MeterRow = { readonly at: number } & Readonly<Record<string, Value>>

/**
 * One series for each line, and one for its bands, whatever number of pieces they have: what a chart does for each series
 * and each row must not be done a hundred times. The rows of a series follow each other, since a row that says nothing of
 * a series breaks it:
 *
 *     line0  ●──●──●  (reset: a row without a value)  ●──●     then line1  ●──●──●──●
 *
 * A piece of a single reading has no line; the reading's own mark shows it. Stretches of many readings that touch are a
 * band, which is broken where nothing was read.
 */
export function meterSeries(lines: readonly MeterLine[]): {
  readonly series: readonly MeterSeries[]
  readonly rows: readonly MeterRow[]
} {
  const series: MeterSeries[] = []
  const rows: MeterRow[] = []
  const add = (key: string, line: MeterLine, kind: MeterSeries['kind'], pieces: readonly Piece[]) => {
    if (pieces.length === 0) return
    series.push({ key, line, kind })
    for (const piece of pieces) {
      for (const [at, value] of piece) rows.push({ at, [key]: value })
      const end = piece.at(-1)
      if (end) rows.push({ at: end[0] })
    }
  }
  for (const [index, line] of lines.entries()) {
    add(`line${index}`, line, 'line', line.segments.filter(({ length }) => length > 1).map(pointsOf))
    add(`range${index}`, line, 'range', unbroken(line.ranges).map(edgesOf))
  }
  return { series, rows }
}

type Piece = readonly (readonly [at: number, value: Value])[]

const pointsOf = (segment: MeterLine['segments'][number]): Piece =>
  segment.map(({ at, usedPercent }) => [at, usedPercent])

/** Each stretch at its middle, and the first and the last also where they begin and end. */
function edgesOf(ranges: readonly MeterRange[]): Piece {
  const first = ranges[0]
  const last = ranges.at(-1)
  if (!first || !last) return []
  return [
    [first.span.from, [first.min, first.max]],
    ...ranges.map(({ span, min, max }) => [(span.from + span.to) / 2, [min, max]] as const),
    [last.span.to, [last.min, last.max]],
  ]
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
