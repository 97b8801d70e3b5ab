import { expect, it } from 'vitest'
import type { MeterLine } from '../../shared/analyse/meter-lines.ts'
import { instant } from '../../shared/time/instant.ts'
import { meterSeries } from '../../web/pages/timeline/meter-series.ts'

const line = (window: MeterLine['window'], ...segments: [at: number, used: number][][]): MeterLine => ({
  window,
  pool: null,
  encoding: 'count',
  ranges: [],
  segments: segments.map((points) =>
    points.map(([at, usedPercent]) => ({
      at: instant(at),
      usedPercent,
      snapshot: `snapshot:${at}`,
      source: 'usages' as const,
    })),
  ),
})

it('draws nothing across a reset: each unbroken piece is a series of its own', () => {
  const { series, rows } = meterSeries([
    line(
      '5h',
      [
        [1, 10],
        [2, 20],
      ],
      [
        [3, 0],
        [4, 5],
      ],
    ),
  ])
  expect(series.map(({ key }) => key)).toEqual(['line0segment0', 'line0segment1'])
  expect(rows).toEqual([
    { at: 1, line0segment0: 10 },
    { at: 2, line0segment0: 20 },
    { at: 3, line0segment1: 0 },
    { at: 4, line0segment1: 5 },
  ])
})

it('puts readings of the same moment into one row', () => {
  const { rows } = meterSeries([
    line('5h', [
      [1, 10],
      [2, 20],
    ]),
    line('7d', [
      [1, 30],
      [2, 31],
    ]),
  ])
  expect(rows).toEqual([
    { at: 1, line0segment0: 10, line1segment0: 30 },
    { at: 2, line0segment0: 20, line1segment0: 31 },
  ])
})

it('makes no line of a single reading', () => {
  expect(meterSeries([line('5h', [[1, 10]])])).toEqual({ series: [], rows: [] })
})
