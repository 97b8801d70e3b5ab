import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { daySpan, dayOf, readDay, addDays } from '../../shared/time/day.ts'
import { formatDuration, formatInstant } from '../../shared/time/format.ts'
import { HOUR } from '../../shared/time/duration.ts'
import { instant, writeInstant } from '../../shared/time/instant.ts'
import { spanLength } from '../../shared/time/span.ts'
import { instantsOfWall, readWallTime, writeWallTime } from '../../shared/time/wall.ts'
import { at, day, zone } from './given.ts'

const ZONES = [
  'UTC',
  'America/Los_Angeles',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'Australia/Lord_Howe',
]

describe('readWallTime', () => {
  it.each([
    ['2026/03/02 17:25:14', '2026-03-02 17:25:14'],
    ['2026-06-12 08:10:18', '2026-06-12 08:10:18'],
    ['2026-05-02 16:19:03.412', '2026-05-02 16:19:03'],
    ['2026-07-22 09:08', '2026-07-22 09:08:00'],
    ['2026-3-2 7:05:00', '2026-03-02 07:05:00'],
  ])('%s', (text, written) => {
    const wall = readWallTime(text)
    expect(wall === null ? null : writeWallTime(wall)).toBe(written)
  })

  it.each(['2026/02/30 10:00:00', '2026/03/02 24:00:00', '2026/03/02 10:60:00', '02/03/2026 10:00', 'soon'])(
    'refuses %j',
    (text) => {
      expect(readWallTime(text)).toBeNull()
    },
  )
})

describe('instantsOfWall', () => {
  it.each([
    ['2026-03-02 17:25:14', 'Asia/Shanghai', ['2026-03-02T09:25:14Z']],
    ['2026-03-02 17:25:14', '+02:00', ['2026-03-02T15:25:14Z']],
    // clocks put back: the hour is there twice
    ['2026-10-25 02:30:00', 'Europe/Berlin', ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']],
    ['2026-11-01 01:15:00', 'America/Los_Angeles', ['2026-11-01T08:15:00Z', '2026-11-01T09:15:00Z']],
    // half an hour only
    ['2026-04-05 01:45:00', 'Australia/Lord_Howe', ['2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z']],
    // clocks put forward: the hour is not there
    ['2026-03-29 02:30:00', 'Europe/Berlin', []],
    ['2026-03-08 02:00:00', 'America/Los_Angeles', []],
    // the last moment before and the first after
    ['2026-03-29 01:59:59', 'Europe/Berlin', ['2026-03-29T00:59:59Z']],
    ['2026-03-29 03:00:00', 'Europe/Berlin', ['2026-03-29T01:00:00Z']],
  ])('%s in %s', (text, name, instants) => {
    const wall = readWallTime(text)
    expect(wall === null ? null : instantsOfWall(wall, zone(name)).map(writeInstant)).toEqual(instants)
  })

  it.each(ZONES)('finds each moment again from what the clock shows: %s', (name) => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }), (ms) => {
        const moment = instant(Math.floor(ms / 1000) * 1000)
        const wall = readWallTime(formatInstant(moment, zone(name)).slice(0, 19))
        expect(wall === null ? [] : instantsOfWall(wall, zone(name))).toContain(moment)
      }),
    )
  })
})

describe('days', () => {
  it.each([
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-03-02', 'Europe/Berlin', 24],
    ['2026-03-08', 'America/Los_Angeles', 23],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
  ])('%s in %s has %d hours', (text, name, hours) => {
    expect(spanLength(daySpan(day(text), zone(name)))).toBe(hours * HOUR)
  })

  it('puts 18:40 UTC on the next day in India', () => {
    expect(dayOf(at('2026-03-02T18:40:00Z'), zone('Asia/Kolkata'))).toBe('2026-03-03')
  })

  it.each(ZONES)('every moment lies in its own day: %s', (name) => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }), (ms) => {
        const { from, to } = daySpan(dayOf(instant(ms), zone(name)), zone(name))
        expect(from <= ms && ms < to).toBe(true)
      }),
    )
  })

  it('counts on the calendar', () => {
    expect(addDays(day('2026-02-28'), 1)).toBe('2026-03-01')
    expect(addDays(day('2026-03-29'), -1)).toBe('2026-03-28')
  })

  it.each(['2026-02-30', '2026-3-2', 'today'])('refuses %j', (text) => {
    expect(readDay(text)).toBeNull()
  })
})

describe('formatDuration', () => {
  it.each([
    [3_703_000, '1 h 1 min 43 s', '1 小时 1 分 43 秒'],
    [103_000, '1 min 43 s', '1 分 43 秒'],
    [0, '0 s', '0 秒'],
    [499, 'under 1 s', '不到 1 秒'],
    [500, '1 s', '1 秒'],
    [-60_000, '1 min', '1 分'],
    [142 * HOUR, '5 d 22 h', '5 天 22 小时'],
  ])('%d ms', (ms, en, zh) => {
    expect([formatDuration(ms, 'en'), formatDuration(ms, 'zh')]).toEqual([en, zh])
  })
})
