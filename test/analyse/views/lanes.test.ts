import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse/analyse.ts'
import { callDurations } from '../../../shared/analyse/logs/in-flight.ts'
import { extentOf, lanesOf } from '../../../shared/analyse/views/lanes.ts'
import { coverageStretches } from '../../../shared/analyse/views/lanes/coverage-stretches.ts'
import { meterEnvelope, downsample } from '../../../shared/analyse/views/lanes/meter-envelope.ts'
import { mostWithinAny, runningCountOf } from '../../../shared/analyse/views/lanes/running-count.ts'
import { edgesOf, stepFor } from '../../../shared/analyse/views/lanes/time-grid.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { NO_EVIDENCE } from '../../../shared/evidence/evidence.ts'
import { dayOf, daySpan, readDay, weekdayOf } from '../../../shared/time/day.ts'
import { DAY_OF_HOURS, HOUR, MINUTE, SECOND } from '../../../shared/time/duration.ts'
import { formatWall } from '../../../shared/time/format.ts'
import { instant, later, writeInstant } from '../../../shared/time/instant.ts'
import { span, spanLength } from '../../../shared/time/span.ts'
import { UNKNOWN_ZONE, type KnownZone } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { exampleOf } from '../../../shared/evidence/example.ts'
import { evidenceWith, meter, page, row, snapshot, zoneNamed } from '../build.ts'

const start = at('2026-01-01T00:00:00Z')

function knownZone(text: string): KnownZone {
  const zone = zoneNamed(text)
  if (zone === UNKNOWN_ZONE) throw new Error('a zone with rules is needed')
  return zone
}

function dayIn(day: string, zone: KnownZone) {
  const read = readDay(day)
  if (!read) throw new Error(`not a day: ${day}`)
  return daySpan(read, zone)
}

describe('the width of a bucket', () => {
  it.each([
    [MINUTE, 60, SECOND],
    [HOUR, 96, MINUTE],
    [DAY_OF_HOURS, 96, 15 * MINUTE],
    [7 * DAY_OF_HOURS, 96, 2 * HOUR],
    [365 * DAY_OF_HOURS, 400, DAY_OF_HOURS],
    [2 * 365 * DAY_OF_HOURS, 280, 3 * DAY_OF_HOURS],
    [2 * 365 * DAY_OF_HOURS, 112, 7 * DAY_OF_HOURS],
    [4 * 365 * DAY_OF_HOURS, 112, 14 * DAY_OF_HOURS],
    [4 * 365 * DAY_OF_HOURS, 104, 28 * DAY_OF_HOURS],
    [20 * 365 * DAY_OF_HOURS, 100, 3 * 28 * DAY_OF_HOURS],
  ])('for %i ms in at most %i is %i ms', (length, most, step) => {
    expect(stepFor(span(0, length), most)).toBe(step)
  })
})

describe('edges of buckets', () => {
  it.each([
    ['2026-03-29', 'Europe/Berlin', 6 * HOUR, ['00:00', '06:00', '12:00', '18:00', '00:00']],
    ['2026-10-25', 'Europe/Berlin', 6 * HOUR, ['00:00', '06:00', '12:00', '18:00', '00:00']],
    ['2026-03-02', 'Asia/Kathmandu', 12 * HOUR, ['00:00', '12:00', '00:00']],
    ['2026-04-05', 'Australia/Lord_Howe', 12 * HOUR, ['00:00', '12:00', '00:00']],
  ])('are round on the clock: %s in %s', (day, zoneText, step, clock) => {
    const zone = knownZone(zoneText)
    const edges = edgesOf(dayIn(day, zone), step, zone)
    expect(edges.map((edge) => formatWall(instant(edge), zone).slice(11, 16))).toEqual(clock)
  })

  it('of days are days of the calendar: 23, 24 and 25 hours', () => {
    const zone = knownZone('Europe/Berlin')
    const year = span(at('2025-12-31T23:00:00Z'), at('2026-12-31T23:00:00Z'))
    const edges = edgesOf(year, DAY_OF_HOURS, zone)
    expect(edges).toHaveLength(366)
    const hours = new Set(edges.slice(1).map((edge, index) => (edge - (edges[index] ?? 0)) / HOUR))
    expect([...hours].toSorted((a, b) => a - b)).toEqual([23, 24, 25])
  })

  it('of weeks are Mondays', () => {
    const zone = knownZone('America/New_York')
    const edges = edgesOf(span(start, later(start, 60 * DAY_OF_HOURS)), 7 * DAY_OF_HOURS, zone)
    expect(new Set(edges.map((edge) => weekdayOf(dayOf(instant(edge), zone))))).toEqual(new Set([0]))
  })

  it('hold the range, in order, in any zone and with any step', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'UTC',
          'Europe/Berlin',
          'Asia/Kathmandu',
          'Australia/Lord_Howe',
          'America/St_Johns',
          '-03:30',
        ),
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        fc.constantFrom(MINUTE, HOUR, 2 * HOUR, 12 * HOUR, DAY_OF_HOURS, 7 * DAY_OF_HOURS),
        fc.integer({ min: 1, max: 200 }),
        (zoneText, minutes, step, steps) => {
          const range = span(start + minutes * MINUTE, start + minutes * MINUTE + steps * step)
          const edges = edgesOf(range, step, knownZone(zoneText))
          expect(edges[0]).toBeLessThanOrEqual(range.from)
          expect(edges.at(-1)).toBeGreaterThanOrEqual(range.to)
          for (const [index, edge] of edges.slice(1).entries())
            expect(edge).toBeGreaterThan(edges[index] ?? 0)
        },
      ),
    )
  })
})

/** Rows at these seconds; every third one failed. */
const evidenceAt = (seconds: readonly number[]) => {
  const rows = seconds.map((second, index) =>
    row(writeInstant(later(start, second * SECOND)), {
      requestId: String(index),
      outcome: index % 3 === 0 ? 'failure' : 'success',
    }),
  )
  return { ...NO_EVIDENCE, ...page(rows, later(start, DAY_OF_HOURS)) }
}

describe('lanes of any range', () => {
  const zone = knownZone('Europe/Berlin')

  it('count every row once, in the bucket in which it lies', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3600 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 50 }),
        (seconds, from, length, buckets) => {
          const evidence = evidenceAt(seconds)
          const analysis = analyse(evidence, { now: later(start, DAY_OF_HOURS), zone, rules: DEFAULT_RULES })
          const range = span(start + from * SECOND, start + (from + length) * SECOND)
          const lanes = lanesOf(analysis, range, { buckets, clock: 'utc' })
          const within = seconds.filter((second) => second >= from && second < from + length)
          const sum = (of: 'success' | 'failure') =>
            lanes.requests.reduce((total, each) => total + each[of], 0)
          const failed = seconds.filter((second, index) => index % 3 === 0 && within.includes(second))
          expect(sum('success') + sum('failure')).toBe(within.length)
          expect(lanes.totals.failure).toBe(sum('failure'))
          expect(sum('failure')).toBe(
            failed.filter((second) => second >= from && second < from + length).length,
          )
          for (const { span: each, success, failure } of lanes.requests) {
            const inside = seconds.filter(
              (s) => start + s * SECOND >= each.from && start + s * SECOND < each.to,
            )
            expect(success + failure).toBe(inside.length)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('count what is shown, though more is asked for', () => {
    const evidence = evidenceAt([0, 10, 20, 30])
    const analysis = analyse(evidence, { now: later(start, DAY_OF_HOURS), zone, rules: DEFAULT_RULES })
    const shown = span(start + 10 * SECOND, start + 30 * SECOND)
    const range = span(start, start + MINUTE)
    const lanes = lanesOf(analysis, range, { buckets: 60, clock: 'utc', shown })
    expect(lanes.requests).toHaveLength(4)
    expect(lanes.totals).toEqual({ success: 2, failure: 0, unknown: 0 })
  })

  it('stay small over a long history', () => {
    const seconds = Array.from({ length: 900 }, (_, index) => Math.floor(index / 6) * 40_000 + (index % 6))
    const evidence = evidenceAt(seconds)
    const analysis = analyse(evidence, { now: later(start, 70 * DAY_OF_HOURS), zone, rules: DEFAULT_RULES })
    const range = span(start, later(start, 70 * DAY_OF_HOURS))
    const lanes = lanesOf(analysis, range, { buckets: 600, clock: 'utc' })
    expect(lanes.requests.length).toBeLessThanOrEqual(601)
    expect(lanes.blocks.length).toBeLessThanOrEqual(101)
    expect(lanes.blocks.reduce((sum, { count }) => sum + count, 0)).toBe(analysis.report.incidents.length)
    expect(lanes.bursts.length).toBeLessThanOrEqual(121)
    expect(lanes.bursts.reduce((sum, { count }) => sum + count, 0)).toBe(analysis.report.bursts.length)
  })
})

it('the most in flight in a stretch is what looking at every moment gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 1500 }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 2900 }),
      fc.integer({ min: 1, max: 300 }),
      (unsorted, length, from, width) => {
        const times = Float64Array.from(unsorted.toSorted((a, b) => a - b))
        const counted = Array.from({ length: width }, (_, offset) => {
          const moment = from + offset
          return unsorted.filter((time) => time > moment - length && time <= moment).length
        })
        const most = mostWithinAny(times, runningCountOf(times, length), from, from + width)
        expect(most).toBe(Math.max(...counted))
      },
    ),
    { numRuns: 60 },
  )
})

it('coverage that alternates too finely says that it was seen in part, and leaves no gap', () => {
  const observed = Array.from({ length: 500 }, (_, index) => span(index * 10, index * 10 + 5))
  const stretches = coverageStretches([...observed, span(8000, 9000)], span(0, 10_000))
  expect(stretches.map(({ seen }) => seen)).toEqual(['partly', 'unobserved', 'observed', 'unobserved'])
  expect(stretches.reduce((sum, { span: each }) => sum + spanLength(each), 0)).toBe(10_000)
})

const pointsOf = (used: readonly number[]) =>
  used.map((usedPercent, index) => ({
    at: instant(index),
    usedPercent,
    snapshot: `snapshot:${index}`,
    source: 'usages' as const,
  }))

describe('many readings of a meter', () => {
  it('keep ends, least and most, in order, when they are thinned out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 50 }),
        (used, length) => {
          const points = pointsOf(used)
          const thin = downsample(points, instant(0), length)
          expect(thin[0]).toBe(points[0])
          expect(thin.at(-1)).toBe(points.at(-1))
          expect(Math.max(...thin.map((point) => point.usedPercent))).toBe(Math.max(...used))
          expect(Math.min(...thin.map((point) => point.usedPercent))).toBe(Math.min(...used))
          expect(thin.map((point) => point.at)).toEqual(
            thin.map((point) => point.at).toSorted((a, b) => a - b),
          )
          expect(thin.length).toBeLessThanOrEqual(2 * Math.ceil(points.length / length) + 2)
        },
      ),
    )
  })

  it('become least and most by stretches, and a stretch without a reading has neither', () => {
    const points = pointsOf([5, 9, 7, 1, 2]).filter(({ at: when }) => when !== 2)
    expect(meterEnvelope(points, [0, 2, 3, 10])).toEqual([
      { span: span(0, 2), min: 5, max: 9, readings: 2, refs: ['snapshot:0', 'snapshot:1'] },
      { span: span(3, 10), min: 1, max: 2, readings: 2, refs: ['snapshot:3', 'snapshot:4'] },
    ])
  })
})

it('says that durations of calls are assumed until logs tell them', () => {
  expect(callDurations([], DEFAULT_RULES).basis).toBe('assumed')
})

it('an example of a reading is drawn as no meter', () => {
  const read = snapshot('2026-01-01T01:00:00Z', [meter('5h', 40, '2026-01-01T04:00:00Z')], { cap: 20 })
  const drawn = (snapshots: readonly (typeof read)[]) => {
    const options = { now: later(start, HOUR), zone: knownZone('UTC'), rules: DEFAULT_RULES }
    const analysis = analyse(evidenceWith({ snapshots }), options)
    const { meters, cap } = lanesOf(analysis, span(start, later(start, DAY_OF_HOURS)), {
      buckets: 9,
      clock: 'utc',
    })
    return [meters.length, cap]
  }
  expect(drawn([read])).toEqual([1, 20])
  expect(drawn([exampleOf('snapshot', read)])).toEqual([0, null])
})

it('finds the extent of more readings than a function takes arguments', () => {
  const count = 70_000
  const one = snapshot('2026-01-01T00:00:00Z', [meter('7d', 3, '2026-01-04T00:00:00Z')])
  const snapshots = Array.from({ length: count }, (_, index) => ({
    ...one,
    id: `snapshot:${index}`,
    when: { kind: 'span', span: span(start + index * MINUTE, start + index * MINUTE) } as const,
  }))
  const evidence = { ...NO_EVIDENCE, snapshots }
  const options = { now: later(start, count * MINUTE), zone: zoneNamed('UTC'), rules: DEFAULT_RULES }
  expect(extentOf(analyse(evidence, options), 'utc')).toEqual(span(start, start + (count - 1) * MINUTE))
})
