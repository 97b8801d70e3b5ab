import { describe, expect, it } from 'vitest'
import { placeMarks } from '../../../extension/overlay/marks/place-marks.ts'
import { placeRows } from '../../../extension/overlay/marks/place-rows.ts'
import type { OverlayBlock, OverlayMarks } from '../../../extension/messages/overlay-model.ts'
import { span } from '../../../shared/time/span.ts'

const block = (from: number, to: number): OverlayBlock => ({
  incident: `incident:${from}`,
  span: span(from, to),
  suspected: false,
  text: `${from}-${to}`,
})

/** Which rows are marked, as a word of `#` and `.`, and where gaps are. */
function laid(times: readonly (number | null)[], blocks: readonly OverlayBlock[], newest = times[0] ?? null) {
  const { rows, gaps } = placeMarks(times, blocks, newest)
  return [rows.map((row) => (row ? '#' : '.')).join(''), gaps.map(({ before }) => before)]
}

describe('placeMarks', () => {
  it.each([
    ['refused rows between two successes', [90, 60, 50, 40, 30], [block(40, 80)], ['.###.', [1]]],
    ['a silence: nothing in it, and one line', [90, 80, 40, 30], [block(41, 80)], ['....', [2]]],
    ['edges: from belongs to it, to does not', [80, 79, 40, 39], [block(40, 80)], ['.##.', [1]]],
    ['two blocks', [90, 70, 50, 30, 10], [block(25, 45), block(65, 85)], ['.#.#.', [3, 1]]],
    ['a block beyond the oldest row', [90, 80], [block(10, 20)], ['..', []]],
    ['a block that has begun before the oldest row', [90, 50, 40], [block(10, 60)], ['.##', [1]]],
    ['one that goes on', [90, 80, 40], [block(80, 100)], ['##.', [0]]],
    ['a row that cannot be placed beside the edge', [90, null, 50], [block(40, 60)], ['..#', []]],
    ['no rows', [], [block(1, 2)], ['', []]],
  ] as const)('%s', (_, times, blocks, wanted) => {
    expect(laid(times, blocks)).toEqual(wanted)
  })

  it('does not end a block at the top of a later page', () => {
    expect(laid([50, 40], [block(30, 100)], 120)).toEqual(['##', []])
  })
})

const HOUR = 3_600_000
const marks = (offset: number | null, ...rows: OverlayMarks['rows']): OverlayMarks => ({
  blocks: [],
  rows,
  offset,
})
const row = (requestId: string | null, wall: number | null) => ({ requestId, wall })

describe('placeRows', () => {
  it('takes the time of the record with that id', () => {
    expect(placeRows([row('a', null)], marks(null, ['a', 7]))).toEqual([7])
  })

  it('reads other rows on the reader’s clock', () => {
    expect(placeRows([row('a', HOUR + 7), row(null, HOUR + 5)], marks(HOUR, ['a', 7]))).toEqual([7, 5])
  })

  it('reads none of them once a row that is known both ways is off', () => {
    expect(placeRows([row('a', 2 * HOUR), row(null, 2 * HOUR)], marks(HOUR, ['a', 0]))).toEqual([0, null])
  })

  it('reads none of them where clocks were changed in between', () => {
    expect(placeRows([row(null, 5)], marks(null))).toEqual([null])
  })
})
