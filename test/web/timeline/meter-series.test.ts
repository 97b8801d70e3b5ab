import { expect, it } from 'vitest'
import type { MeterLine } from '../../../shared/analyse/readings/meter-lines.ts'
import { instant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { meterSeries } from '../../../web/pages/timeline/meters/meter-series.ts'

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

it('draws nothing across a reset: a row without a value breaks the series', () => {
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
  expect(series.map(({ key, kind }) => [key, kind])).toEqual([['line0', 'line']])
  expect(rows).toEqual([
    { at: 1, line0: 10 },
    { at: 2, line0: 20 },
    { at: 2 },
    { at: 3, line0: 0 },
    { at: 4, line0: 5 },
    { at: 4 },
  ])
})

it('keeps the rows of each line together, so that none breaks another', () => {
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
    { at: 1, line0: 10 },
    { at: 2, line0: 20 },
    { at: 2 },
    { at: 1, line1: 30 },
    { at: 2, line1: 31 },
    { at: 2 },
  ])
})

it('draws a band through stretches that touch, from the begin of the first to the end of the last', () => {
  const range = (from: number, to: number, min: number, max: number) => ({
    span: span(from, to),
    min,
    max,
    readings: 2,
    refs: [],
  })
  const ranges = [range(0, 10, 1, 2), range(10, 20, 2, 4), range(30, 40, 5, 6)]
  const { series, rows } = meterSeries([{ ...line('5h'), ranges }])
  expect(series.map(({ key, kind }) => [key, kind])).toEqual([['range0', 'range']])
  expect(rows).toEqual([
    { at: 0, range0: [1, 2] },
    { at: 5, range0: [1, 2] },
    { at: 15, range0: [2, 4] },
    { at: 20, range0: [2, 4] },
    { at: 20 },
    { at: 30, range0: [5, 6] },
    { at: 35, range0: [5, 6] },
    { at: 40, range0: [5, 6] },
    { at: 40 },
  ])
})

it('makes no line of a single reading', () => {
  expect(meterSeries([line('5h', [[1, 10]])])).toEqual({ series: [], rows: [] })
})
