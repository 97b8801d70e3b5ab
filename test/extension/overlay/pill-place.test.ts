import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boxAt,
  LOWER_RIGHT,
  MARGIN,
  placeOf,
  placePill,
  type Box,
} from '../../../extension/overlay/place/pill-place.ts'

const WINDOW = { width: 1000, height: 800 }
const PILL = { width: 200, height: 40 }
const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom })

describe('placePill', () => {
  it.each([
    ['where it was left', LOWER_RIGHT, [], LOWER_RIGHT],
    ['off a table at the foot', LOWER_RIGHT, [box(0, 600, 1000, 2000)], { x: 1, y: 0.5 }],
    ['beside a table', LOWER_RIGHT, [box(300, 0, 1000, 2000)], { x: 0, y: 1 }],
    ['a dragged place', { x: 0.3, y: 0.1 }, [box(0, 200, 1000, 2000)], { x: 0.3, y: 0.1 }],
    ['nowhere', LOWER_RIGHT, [box(0, -500, 1000, 2000)], null],
  ])('%s', (_, wanted, boxes, place) => {
    expect(placePill(wanted, PILL, WINDOW, boxes)).toEqual(place)
  })

  it('touches an obstacle at most: on the edge is beside it', () => {
    const edge = boxAt(LOWER_RIGHT, PILL, WINDOW)
    expect(placePill(LOWER_RIGHT, PILL, WINDOW, [box(0, 0, edge.left, 800)])).toEqual(LOWER_RIGHT)
    expect(placePill(LOWER_RIGHT, PILL, WINDOW, [box(0, 0, edge.left + 1, 800)])).not.toEqual(LOWER_RIGHT)
  })
})

const size = (most: number) => fc.integer({ min: 1, max: most })
const anySize = fc.record({ width: size(4000), height: size(4000) })

describe('wherever it is dragged', () => {
  it('stays within the window, if the window is wide and high enough', () => {
    const corner = fc.record({ left: fc.integer(), top: fc.integer() })
    fc.assert(
      fc.property(corner, anySize, anySize, (dropped, pill, viewport) => {
        fc.pre(pill.width + 2 * MARGIN <= viewport.width && pill.height + 2 * MARGIN <= viewport.height)
        const { left, top, right, bottom } = boxAt(placeOf(dropped, pill, viewport), pill, viewport)
        expect(left).toBeGreaterThanOrEqual(MARGIN)
        expect(top).toBeGreaterThanOrEqual(MARGIN)
        expect(right).toBeLessThanOrEqual(viewport.width - MARGIN + 0.001)
        expect(bottom).toBeLessThanOrEqual(viewport.height - MARGIN + 0.001)
      }),
    )
  })

  it('stands where it was dropped, when that is inside', () => {
    const place = placeOf({ left: 333, top: 444 }, PILL, WINDOW)
    const { left, top } = boxAt(place, PILL, WINDOW)
    expect([left, top]).toEqual([expect.closeTo(333), expect.closeTo(444)])
  })
})
