import { describe, expect, it } from 'vitest'
import { daySpan, readDay } from '../../shared/time/day.ts'
import { HOUR } from '../../shared/time/duration.ts'
import { instant } from '../../shared/time/instant.ts'
import { span } from '../../shared/time/span.ts'
import { readZone, UNKNOWN_ZONE, UTC } from '../../shared/time/zone.ts'
import { axisTicks, shareOf } from '../../web/pages/timeline/axis-ticks.ts'

function ticksOf(dayText: string, zoneText: string, most: number): readonly string[] {
  const day = readDay(dayText)
  const zone = readZone(zoneText)
  if (!day || !zone || zone === UNKNOWN_ZONE) throw new Error('not a day in a zone')
  return axisTicks(daySpan(day, zone), { wall: false, zone }, most).map(({ text }) => text)
}

const EVERY_THREE = ['00:00', '03:00', '06:00', '09:00', '12:00', '15:00', '18:00', '21:00']

describe('ticks of a day', () => {
  it.each([
    ['a plain day', '2026-03-02', 'UTC'],
    ['a zone off the hour', '2026-03-02', 'Asia/Kathmandu'],
    ['23 hours', '2026-03-29', 'Europe/Berlin'],
    ['25 hours', '2026-10-25', 'Europe/Berlin'],
    ['half an hour less', '2026-10-04', 'Australia/Lord_Howe'],
    ['half an hour more', '2026-04-05', 'Australia/Lord_Howe'],
  ])('are round on the clock: %s', (_name, day, zone) => {
    expect(ticksOf(day, zone, 9)).toEqual(EVERY_THREE)
  })

  it('leaves out an hour that the clock skips, and shows one twice that it has twice', () => {
    expect(ticksOf('2026-03-29', 'Europe/Berlin', 24)).not.toContain('02:00')
    expect(ticksOf('2026-10-25', 'Europe/Berlin', 25).filter((text) => text === '02:00')).toHaveLength(2)
  })

  it('are as dense as there is room for', () => {
    expect(ticksOf('2026-03-02', 'UTC', 4)).toEqual(['00:00', '06:00', '12:00', '18:00'])
    const hour = span(0, HOUR)
    expect(axisTicks(hour, { wall: true, zone: UTC }, 4).map(({ text }) => text)).toEqual([
      '00:00',
      '00:15',
      '00:30',
      '00:45',
    ])
  })
})

it.each([
  [0, 0],
  [5 * HOUR, 50],
  [10 * HOUR, 100],
])('%i ms lies at %i %%', (at, share) => {
  expect(shareOf(instant(at), span(0, 10 * HOUR))).toBe(share)
})
