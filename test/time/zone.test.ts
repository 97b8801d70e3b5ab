import { describe, expect, it } from 'vitest'
import { readWallTime } from '../../shared/time/wall.ts'
import { hasNoTransition, mayHaveTransition, offsetsInUse, offsetsOnWall } from '../../shared/time/offsets.ts'
import { fixedOffset, offsetAt, offsetZone, readZone } from '../../shared/time/zone.ts'
import { HOUR, MINUTE } from '../../shared/time/duration.ts'
import { at, zone } from './given.ts'

describe('readZone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['+01:00', '+01:00'],
    ['+1', '+01:00'],
    ['UTC+8', '+08:00'],
    ['gmt-3', '-03:00'],
    ['+0545', '+05:45'],
    ['Z', 'UTC'],
    ['utc', 'UTC'],
    ['Unknown', 'unknown'],
  ])('%s is %s', (text, read) => {
    expect(readZone(text)).toBe(read)
  })

  it.each(['Mars/Olympus', '+25:00', '+01:75', '', 'local'])('refuses %j', (text) => {
    expect(readZone(text)).toBeNull()
  })
})

describe('offsetAt', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T00:59:59Z', 1 * HOUR],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 2 * HOUR],
    ['America/Los_Angeles', '2026-11-01T08:59:59Z', -7 * HOUR],
    ['America/Los_Angeles', '2026-11-01T09:00:00Z', -8 * HOUR],
    ['Asia/Kathmandu', '2026-03-02T12:00:00Z', 5 * HOUR + 45 * MINUTE],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 10 * HOUR + 30 * MINUTE],
    ['+05:45', '2026-03-02T12:00:00Z', 5 * HOUR + 45 * MINUTE],
  ])('%s at %s', (name, when, offset) => {
    expect(offsetAt(zone(name), at(when))).toBe(offset)
  })
})

describe('offsetsInUse', () => {
  const names = (when: string) => offsetsInUse(at(when)).map(offsetZone)

  it('holds every whole hour and the quarter hours that clocks show', () => {
    const march = names('2026-03-02T12:00:00Z')
    for (let hour = -11; hour <= 14; hour++) expect(march).toContain(offsetZone(hour * HOUR))
    expect(march).toEqual(
      expect.arrayContaining(['-09:30', '-03:30', '+03:30', '+05:30', '+05:45', '+08:45', '+13:45']),
    )
  })

  it('knows that summer time moves some of them', () => {
    expect(names('2026-03-02T12:00:00Z')).not.toContain('-02:30') // Newfoundland, in summer only
    expect(names('2026-07-02T12:00:00Z')).toContain('-02:30')
    expect(names('2026-07-02T12:00:00Z')).not.toContain('+13:45') // Chatham Islands, in their summer only
  })
})

describe('changes of clocks', () => {
  const wall = (text: string) => readWallTime(text) ?? expect.unreachable(text)

  it.each([
    ['2026-06-02 11:00', '2026-06-02 12:00', true],
    ['2026-06-02 11:00', '2026-06-28 12:00', true],
    ['2026-03-28 12:00', '2026-03-29 12:00', false], // Europe
    ['2026-03-29 12:00', '2026-03-29 13:00', false], // 13:00 in Kiribati is before the change in Europe
    ['2026-04-04 12:00', '2026-04-05 12:00', false], // Lord Howe Island, by half an hour
    ['2026-01-20 12:00', '2026-11-20 12:00', false], // changed twice
  ])('%s to %s: none is certain: %s', (from, to, stay) => {
    expect(hasNoTransition(wall(from), wall(to))).toBe(stay)
  })

  it.each([
    // London and Lisbon put their clocks forward at 01:00, Berlin at 02:00, all at 01:00 UTC
    ['+00:00', '2026-03-29 00:30', '2026-03-29 03:30', true],
    ['+00:00', '2026-03-29 08:00', '2026-03-29 09:00', false],
    ['+00:00', '2026-03-28 08:00', '2026-03-28 22:30', false],
    ['+01:00', '2026-03-29 00:30', '2026-03-29 03:30', true],
    ['+05:30', '2026-03-29 00:30', '2026-03-29 23:30', false], // India never does
  ] as const)('of a clock at %s between %s and %s: %s', (offset, from, to, may) => {
    expect(mayHaveTransition(fixedOffset(zone(offset)) ?? 0, wall(from), wall(to))).toBe(may)
  })

  it('leave the offsets of before and after in use on a day of change', () => {
    const names = offsetsOnWall(wall('2026-04-05 12:00')).map(offsetZone) // Chatham Islands put clocks back
    expect(names).toEqual(expect.arrayContaining(['+12:45', '+13:45']))
  })
})
