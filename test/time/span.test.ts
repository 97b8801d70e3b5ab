import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { instant } from '../../shared/time/instant.ts'
import {
  intersectSpans,
  mergeSpans,
  span,
  spanContains,
  spanLength,
  spansOverlap,
  widenSpan,
} from '../../shared/time/span.ts'

const spans = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, length]) => span(from, from + length))

describe('a span', () => {
  it('is half-open: from belongs to it, to does not', () => {
    expect([9, 10, 19, 20].map((at) => spanContains(span(10, 20), instant(at)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('does not run backwards', () => {
    expect(() => span(2, 1)).toThrow(RangeError)
  })

  it.each([
    [0, 10, 10, 20, null], // touching is not overlapping
    [0, 10, 5, 20, [5, 10]],
    [0, 30, 5, 20, [5, 20]],
    [0, 5, 6, 20, null],
  ] as const)('[%i, %i) and [%i, %i) share %j', (a, b, c, d, shared) => {
    const found = intersectSpans(span(a, b), span(c, d))
    expect(found && [found.from, found.to]).toEqual(shared)
    expect(spansOverlap(span(a, b), span(c, d))).toBe(shared !== null)
  })

  it('widens on both sides and never shifts', () => {
    expect(widenSpan(span(10, 20), 3)).toEqual(span(7, 23))
  })
})

describe('mergeSpans', () => {
  it('joins what overlaps or touches', () => {
    expect(mergeSpans([span(20, 30), span(0, 10), span(10, 15), span(12, 14)])).toEqual([
      span(0, 15),
      span(20, 30),
    ])
  })

  it('covers the same instants, sorted and disjoint, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 8 }), (list) => {
        const merged = mergeSpans(list)
        expect(mergeSpans(list.toReversed())).toEqual(merged)
        for (const [index, next] of merged.slice(1).entries())
          expect(next.from).toBeGreaterThan(merged[index]?.to ?? 0)
        for (let at = 0; at < 80; at++) {
          const inside = (each: readonly { from: number; to: number }[]) =>
            each.some((s) => at >= s.from && at < s.to)
          expect(inside(merged)).toBe(inside(list))
        }
        expect(merged.reduce((sum, each) => sum + spanLength(each), 0)).toBeLessThanOrEqual(80)
      }),
    )
  })
})
