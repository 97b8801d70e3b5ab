import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_OF_HOURS, HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { span } from '../../../shared/time/span.ts'
import { moveEdge } from '../../../web/pages/timeline/overview/move-edge.ts'
import { viewAfterKey } from '../../../web/pages/timeline/stage/keys.ts'
import { viewUnderFingers } from '../../../web/pages/timeline/stage/pinch.ts'
import { viewAfterTurn } from '../../../web/pages/timeline/stage/wheel.ts'
import {
  clampView,
  lengthOf,
  LONGEST,
  momentAt,
  overscanOf,
  panBy,
  pixelOf,
  reveal,
  SHORTEST,
  viewBetween,
  zoomAbout,
} from '../../../web/pages/timeline/view/view.ts'

const views = fc
  .record({
    from: fc.integer({ min: 0, max: 20_000 * DAY_OF_HOURS }),
    length: fc.integer({ min: 2 * MINUTE, max: 4000 * DAY_OF_HOURS }),
  })
  .map(({ from, length }) => ({ from, to: from + length }))
const shares = fc.double({ min: 0, max: 1, noNaN: true })
const WIDTH = 840

/** Half a thousandth of a pixel, in milliseconds of that view. */
const tiny = (view: { from: number; to: number }) => Math.max(0.01, lengthOf(view) / WIDTH / 2000)

describe('zooming', () => {
  it('leaves the moment under the pointer where it is', () => {
    fc.assert(
      fc.property(views, shares, fc.double({ min: 0.01, max: 100, noNaN: true }), (view, share, factor) => {
        const at = view.from + share * lengthOf(view)
        const next = zoomAbout(view, at, factor)
        expect(Math.abs(pixelOf(at, next, WIDTH) - share * WIDTH)).toBeLessThan(0.01)
      }),
    )
  })

  it('in and out again comes back', () => {
    fc.assert(
      fc.property(views, shares, fc.double({ min: 1, max: 2, noNaN: true }), (view, share, factor) => {
        const at = view.from + share * lengthOf(view)
        const back = zoomAbout(zoomAbout(view, at, 1 / factor), at, factor)
        expect(Math.abs(back.from - view.from)).toBeLessThan(tiny(view))
        expect(Math.abs(back.to - view.to)).toBeLessThan(tiny(view))
      }),
    )
  })

  it('stops at a minute and at twenty years', () => {
    const day = { from: 0, to: DAY_OF_HOURS }
    expect(lengthOf(zoomAbout(day, 0, 1e-9))).toBe(SHORTEST)
    expect(lengthOf(zoomAbout(day, 0, 1e9))).toBe(LONGEST)
  })
})

describe('the wheel', () => {
  const turn = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false }
  const day = { from: 0, to: DAY_OF_HOURS }

  it.each([
    ['up with Ctrl goes nearer', { deltaY: -100, ctrlKey: true }, (length: number) => length < DAY_OF_HOURS],
    ['down with Cmd goes further', { deltaY: 100, metaKey: true }, (length: number) => length > DAY_OF_HOURS],
    ['sideways only moves', { deltaX: 100, deltaY: 3 }, (length: number) => length === DAY_OF_HOURS],
    ['with Shift only moves', { deltaY: 100, shiftKey: true }, (length: number) => length === DAY_OF_HOURS],
  ])('%s', (_name, change, holds) => {
    const view = viewAfterTurn(day, { ...turn, ...change }, 200, WIDTH)
    expect(view && holds(lengthOf(view))).toBe(true)
  })

  it("alone is the page's", () => {
    expect(viewAfterTurn(day, { ...turn, deltaY: 100 }, 200, WIDTH)).toBeNull()
  })

  it('moves by as much as it turns, and later when it turns right', () => {
    expect(viewAfterTurn(day, { ...turn, deltaX: WIDTH }, 0, WIDTH)).toEqual(panBy(day, DAY_OF_HOURS))
  })

  it('keeps the moment under the pointer', () => {
    fc.assert(
      fc.property(
        views,
        fc.integer({ min: 0, max: WIDTH }),
        fc.integer({ min: -200, max: 200 }),
        (view, x, deltaY) => {
          const at = momentAt(x, view, WIDTH)
          const next = viewAfterTurn(view, { ...turn, ctrlKey: true, deltaY }, x, WIDTH) ?? view
          expect(pixelOf(at, next, WIDTH)).toBeCloseTo(x, 2)
        },
      ),
    )
  })
})

describe('fingers', () => {
  it('hold the moments under them', () => {
    const positions = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 420, max: WIDTH }))
    // fingers that close from 840 pixels to 20 widen 42 times: 150 days stay within the longest view
    const days = fc.constantFrom({ from: 0, to: 30 * DAY_OF_HOURS }, { from: 5, to: 5 + 150 * DAY_OF_HOURS })
    fc.assert(
      fc.property(days, positions, positions, (view, before, after) => {
        const next = viewUnderFingers(view, before, after, WIDTH)
        for (const index of [0, 1] as const)
          expect(pixelOf(momentAt(before[index], view, WIDTH), next, WIDTH)).toBeCloseTo(after[index], 2)
      }),
    )
  })

  it('one finger moves and does not zoom', () => {
    const day = { from: 0, to: DAY_OF_HOURS }
    const moved = viewUnderFingers(day, [100], [100 + WIDTH / 2], WIDTH)
    expect(moved.from).toBeCloseTo(-DAY_OF_HOURS / 2, 3)
    expect(lengthOf(moved)).toBeCloseTo(DAY_OF_HOURS, 3)
  })
})

describe('keys', () => {
  const view = { from: 10 * HOUR, to: 20 * HOUR }
  const bounds = { from: 0, to: 100 * HOUR }
  it.each([
    ['ArrowLeft', false, 8.5, 18.5],
    ['ArrowRight', false, 11.5, 21.5],
    ['ArrowRight', true, 19, 29],
    ['PageUp', false, 1, 11],
    ['Home', false, 0, 10],
    ['End', false, 90, 100],
  ])('%s, shift %s', (key, shift, from, to) => {
    expect(viewAfterKey(view, key, shift, bounds)).toEqual({ from: from * HOUR, to: to * HOUR })
  })

  it('plus and minus undo each other, about a moment that stays', () => {
    const nearer = viewAfterKey(view, '+', false, bounds, 12 * HOUR)
    if (!nearer) throw new Error('plus does nothing')
    expect(lengthOf(nearer)).toBeCloseTo((10 * HOUR) / Math.SQRT2, 3)
    expect(pixelOf(12 * HOUR, nearer, 100)).toBeCloseTo(20, 6)
    expect(viewAfterKey(nearer, '-', false, bounds, 12 * HOUR)?.from).toBeCloseTo(view.from, 3)
  })

  it('others do nothing', () => {
    expect(viewAfterKey(view, 'a', false, bounds)).toBeNull()
  })
})

it('a view cannot be lost: some of the history stays in it, and clamping again changes nothing', () => {
  fc.assert(
    fc.property(views, views, (view, bounds) => {
      const clamped = clampView(view, bounds)
      expect(clamped.to).toBeGreaterThan(bounds.from)
      expect(clamped.from).toBeLessThan(bounds.to)
      expect(lengthOf(clamped)).toBeCloseTo(lengthOf(view), 3)
      expect(clampView(clamped, bounds).from).toBeCloseTo(clamped.from, 3)
      if (view.from >= bounds.from && view.to <= bounds.to) expect(clamped).toBe(view)
    }),
  )
})

it('what is asked for is twice what is shown, and around it', () => {
  expect(overscanOf({ from: 100, to: 200 })).toEqual(span(50, 250))
})

it.each([
  ['in sight', 12, 14, 10],
  ['partly in sight', 5, 11, 10],
  ['before', 2, 3, 1],
  ['after', 25, 26, 17],
])('an event %s is revealed with as little as it takes', (_name, from, to, expected) => {
  expect(reveal({ from: 10, to: 20 }, { from, to }).from).toBe(expected)
})

it('an edge of the window never crosses the other', () => {
  const view = { from: 0, to: 10 * HOUR }
  expect(moveEdge(view, 'from', 20 * HOUR)).toEqual({ from: 10 * HOUR - SHORTEST, to: 10 * HOUR })
  expect(moveEdge(view, 'to', -HOUR)).toEqual({ from: 0, to: SHORTEST })
  expect(viewBetween(5 * HOUR, 2 * HOUR)).toEqual({ from: 2 * HOUR, to: 5 * HOUR })
})
