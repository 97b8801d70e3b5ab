import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySpan, readDay } from '../../../shared/time/day.ts'
import { DAY_OF_HOURS, HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { formatClock } from '../../../shared/time/format.ts'
import { instant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { readZone, UNKNOWN_ZONE, UTC, type KnownZone } from '../../../shared/time/zone.ts'
import { tickText } from '../../../web/pages/timeline/axis/tick-text.ts'
import { timeWords } from '../../../web/pages/timeline/time-words.ts'
import { presetOf, PRESETS, presetSpan } from '../../../web/pages/timeline/view/presets.ts'
import { ticksOf } from '../../../web/pages/timeline/view/ticks.ts'
import { at } from '../../time/given.ts'

function zoneNamed(text: string): KnownZone {
  const zone = readZone(text)
  if (!zone || zone === UNKNOWN_ZONE) throw new Error(`not a zone with rules: ${text}`)
  return zone
}

function dayIn(text: string, zone: string) {
  const day = readDay(text)
  if (!day) throw new Error(`not a day: ${text}`)
  return daySpan(day, zoneNamed(zone))
}

const textsOf = (range: { from: number; to: number }, zone: string, most: number) =>
  ticksOf(range, zoneNamed(zone), most).map((tick) => tickText(tick, 'en'))

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/Los_Angeles',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
]

describe('ticks of a day', () => {
  it.each([
    ['a plain day', '2026-03-02', 'UTC', '2 Mar', '3 Mar'],
    ['a zone off the hour', '2026-03-02', 'Asia/Kathmandu', '2 Mar', '3 Mar'],
    ['23 hours', '2026-03-29', 'Europe/Berlin', '29 Mar', '30 Mar'],
    ['25 hours', '2026-10-25', 'Europe/Berlin', '25 Oct', '26 Oct'],
    ['half an hour less', '2026-10-04', 'Australia/Lord_Howe', '4 Oct', '5 Oct'],
    ['half an hour more', '2026-04-05', 'Australia/Lord_Howe', '5 Apr', '6 Apr'],
  ])('are round on the clock: %s', (_name, day, zone, first, last) => {
    expect(textsOf(dayIn(day, zone), zone, 9)).toEqual([
      first,
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
      last,
    ])
  })

  it('leave out an hour that the clock skips, and show one twice that it has twice', () => {
    expect(textsOf(dayIn('2026-03-29', 'Europe/Berlin'), 'Europe/Berlin', 24)).not.toContain('02:00')
    const long = textsOf(dayIn('2026-10-25', 'Europe/Berlin'), 'Europe/Berlin', 25)
    expect(long.filter((text) => text === '02:00')).toHaveLength(2)
  })

  it('begin where a midnight is skipped with the first moment of the day', () => {
    const zone = 'Africa/Cairo' // clocks went forward at midnight on 24 April 2026
    const week = { from: dayIn('2026-04-22', zone).from, to: dayIn('2026-04-27', zone).to }
    const ticks = ticksOf(week, zoneNamed(zone), 7)
    expect(ticks.map((tick) => formatClock(tick.at, zoneNamed(zone)))).toContain('01:00:00')
  })
})

describe('ticks of other lengths', () => {
  it.each([
    [
      'a minute',
      MINUTE,
      6,
      ['2 Mar', '00:00:10', '00:00:20', '00:00:30', '00:00:40', '00:00:50', '00:01:00'],
    ],
    ['an hour', HOUR, 4, ['2 Mar', '00:15', '00:30', '00:45', '01:00']],
    ['three days', 3 * DAY_OF_HOURS, 6, ['2 Mar', '12:00', '3 Mar', '12:00', '4 Mar', '12:00', '5 Mar']],
    ['three weeks', 21 * DAY_OF_HOURS, 4, ['2 Mar', '9 Mar', '16 Mar', '23 Mar']],
    ['half a year', 180 * DAY_OF_HOURS, 7, ['Apr', 'May', 'Jun', 'Jul', 'Aug']],
    ['three years', 1100 * DAY_OF_HOURS, 8, ['Jul', '2027', 'Jul', '2028', 'Jul', '2029']],
    ['thirty years', 10_950 * DAY_OF_HOURS, 4, ['2030', '2040', '2050']],
  ])('%s', (_name, length, most, texts) => {
    const from = at('2026-03-02T00:00:00Z')
    expect(textsOf(span(from, from + length), 'UTC', most)).toEqual(texts)
  })

  it('lie in the view, in order, and are about as many as there is room for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        fc.double({ min: 0, max: 19, noNaN: true }),
        fc.integer({ min: 3, max: 20 }),
        (zone, minutes, exponent, most) => {
          const from = at('2026-01-01T00:00:00Z') + minutes * MINUTE
          const view = { from, to: from + MINUTE * 2 ** exponent }
          const ticks = ticksOf(view, zoneNamed(zone), most)
          expect(ticks.length).toBeLessThanOrEqual(most + 4)
          for (const [index, tick] of ticks.entries()) {
            expect(tick.at).toBeGreaterThanOrEqual(view.from)
            expect(tick.at).toBeLessThanOrEqual(view.to)
            expect(tick.at).toBeGreaterThan(ticks[index - 1]?.at ?? Number.NEGATIVE_INFINITY)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('presets', () => {
  const history = span(at('2026-01-05T10:00:00Z'), at('2026-06-01T00:00:00Z'))

  it.each([
    ['hours', 'Europe/Berlin', '2026-03-29T05:30:00Z', '2026-03-29T05:00:00Z', '2026-03-29T11:00:00Z'],
    ['day', 'Europe/Berlin', '2026-03-29T05:30:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['week', 'Europe/Berlin', '2026-03-29T05:30:00Z', '2026-03-22T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['month', 'Asia/Kathmandu', '2026-03-31T20:00:00Z', '2026-03-31T18:15:00Z', '2026-04-30T18:15:00Z'],
    ['year', 'America/Los_Angeles', '2026-06-01T00:00:00Z', '2026-01-01T08:00:00Z', '2027-01-01T08:00:00Z'],
    ['all', 'UTC', '2026-03-01T00:00:00Z', '2026-01-05T10:00:00Z', '2026-06-01T00:00:00Z'],
  ] as const)('%s in %s', (preset, zone, moment, from, to) => {
    const found = presetSpan(preset, at(moment), zoneNamed(zone), history)
    expect(found).toEqual(span(at(from), at(to)))
    expect(presetOf(found, zoneNamed(zone), history)).toBe(preset)
  })

  it('hold the moment that they are about', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.constantFrom(...PRESETS.filter((preset) => preset !== 'all')),
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        (zone, preset, minutes) => {
          const moment = at('2026-01-01T00:00:00Z') + minutes * MINUTE
          const { from, to } = presetSpan(preset, moment, zoneNamed(zone), history)
          expect(from).toBeLessThanOrEqual(moment)
          expect(to).toBeGreaterThan(moment)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('times in words', () => {
  const frame = { wall: false, zone: UTC }
  const day = span(at('2026-03-02T00:00:00Z'), at('2026-03-03T00:00:00Z'))
  const week = span(day.from, day.from + 7 * DAY_OF_HOURS)
  const hour = span(at('2026-03-02T16:00:00Z'), at('2026-03-02T17:00:00Z'))
  const night = span(at('2026-03-02T23:00:00Z'), at('2026-03-03T01:00:00Z'))

  it.each([
    ['in a day', day, hour, '16:00:00–17:00:00'],
    ['in a week', week, hour, '2 Mar 16:00:00–17:00:00'],
    ['over midnight', day, night, '2 Mar 23:00:00 – 3 Mar 01:00:00'],
    ['a whole day', week, day, '2 Mar'],
    ['whole days', week, week, '2 Mar – 8 Mar'],
  ])('%s', (_name, shown, stretch, text) => {
    expect(timeWords(frame, shown, 'en').span(stretch)).toBe(text)
  })

  it.each([
    [day, 'Mon 2 Mar 2026'],
    [span(at('2026-03-01T00:00:00Z'), at('2026-04-01T00:00:00Z')), 'March 2026'],
    [span(at('2026-01-01T00:00:00Z'), at('2027-01-01T00:00:00Z')), '2026'],
    [hour, '2 Mar 2026 16:00:00–17:00:00'],
    [week, '2 Mar 2026 – 8 Mar 2026'],
  ])('%o is called %s', (shown, title) => {
    expect(timeWords(frame, shown, 'en').title).toBe(title)
  })

  it('a day of 23 hours is a day', () => {
    const zone = zoneNamed('Europe/Berlin')
    const short = dayIn('2026-03-29', 'Europe/Berlin')
    expect(timeWords({ wall: false, zone }, short, 'en').title).toBe('Sun 29 Mar 2026')
    expect(instant(short.to) - short.from).toBe(23 * HOUR)
  })
})
