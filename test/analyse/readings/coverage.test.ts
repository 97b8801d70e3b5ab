import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  coverageOf,
  coverageWithin,
  isObserved,
  isPartlyObserved,
} from '../../../shared/analyse/readings/coverage.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { writeInstant } from '../../../shared/time/instant.ts'
import { intersectSpans, mergeSpans, span, spanCovers, spansOverlap } from '../../../shared/time/span.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { page, row, zoneNamed } from '../build.ts'

it('of a paste over the hour in which clocks are put back is a stretch, not an error', () => {
  // 02:50 summer time, then 02:10 winter time: printed in this order, newest first, it looks as if time ran backwards
  const [before, after] = [row('2026/10/25 02:50:00'), row('2026/10/25 02:10:00')]
  const shown = page([before, after])
  const captures = shown.captures.map((capture) => ({ ...capture, newest: after.when, oldest: before.when }))
  const { observed } = coverageOf(captures, [], 'utc', zoneNamed('Europe/Berlin'), DEFAULT_RULES)
  expect(observed.map(({ from, to }) => [from, to].map(writeInstant))).toEqual([
    ['2026-10-25T00:10:00Z', '2026-10-25T01:50:01Z'],
  ])
})

it('goes on to as much before a capture as its clock is ahead on that day', () => {
  const captured = ['2026-06-02T10:00:00Z', '2026-06-04T10:00:00Z']
  const captures = captured.flatMap(
    (time, day) => page([row(`2026-06-0${2 + 2 * day}T09:00:00Z`)], at(time)).captures,
  )
  const until = (lag: number) => {
    const leads = [{ at: at('2026-06-02T12:00:00Z'), lag, capture: '' }]
    return coverageOf(captures, leads, 'utc', UTC, DEFAULT_RULES).observed.map(({ to }) => writeInstant(to))
  }
  expect(until(0)).toEqual(['2026-06-02T09:58:00Z', '2026-06-04T09:58:00Z'])
  expect(until(8 * MINUTE)).toEqual(['2026-06-02T09:50:00Z', '2026-06-04T09:58:00Z'])
  // what it shows it has seen
  expect(until(2 * HOUR)).toEqual(['2026-06-02T09:00:01Z', '2026-06-04T09:58:00Z'])
})

const spans = fc
  .record({ from: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 9 }) })
  .map(({ from, length }) => span(from, from + length))

it('is asked by halving, and answers what a look at all of it does', () => {
  fc.assert(
    fc.property(fc.array(spans), spans, (shown, range) => {
      const observed = mergeSpans(shown)
      const coverage = { observed, holes: [] }
      expect(isObserved(coverage, range)).toBe(observed.some((each) => spanCovers(each, range)))
      expect(isPartlyObserved(coverage, range)).toBe(observed.some((each) => spansOverlap(each, range)))
      expect(coverageWithin(coverage, range).observed).toEqual(
        observed.flatMap((each) => intersectSpans(each, range) ?? []),
      )
    }),
  )
})
