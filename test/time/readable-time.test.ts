import { describe, expect, it } from 'vitest'
import { readWallTime, type WallTime } from '../../shared/time/wall.ts'
import { readableDuration, readableRange, readableTime } from '../../shared/time/readable-time.ts'

const wall = (text: string): WallTime => {
  const at = readWallTime(text)
  if (at === null) throw new Error(text)
  return at
}
const today = wall('2026-03-02 21:00')

describe('times as people say them', () => {
  it.each([
    ['2026-03-02 16:18:57', '16:18', '16:18'],
    ['2026-03-01 16:18:57', 'Sun 1 Mar, 16:18', '3月1日周日 16:18'],
    ['2025-12-31 00:00:00', 'Wed 31 Dec 2025, 00:00', '2025年12月31日周三 00:00'],
  ])('%s', (at, en, zh) => {
    expect(readableTime(wall(at), today, 'en')).toBe(en)
    expect(readableTime(wall(at), today, 'zh')).toBe(zh)
  })

  it.each([
    ['2026-03-02 16:18:57', '2026-03-02 17:22:28', '16:18–17:22'],
    ['2026-03-02 16:18:01', '2026-03-02 16:18:59', '16:18'],
    ['2026-02-28 16:18:00', '2026-02-28 17:22:00', 'Sat 28 Feb, 16:18–17:22'],
    ['2026-03-01 23:50:00', '2026-03-02 01:10:00', 'Sun 1 Mar, 23:50 – Mon 2 Mar, 01:10'],
  ])('%s to %s', (from, to, en) => {
    expect(readableRange(wall(from), wall(to), today, 'en')).toBe(en)
  })

  it('names the year where nothing says which year it is', () => {
    expect(readableTime(wall('2026-03-02 16:18'), null, 'en')).toBe('Mon 2 Mar 2026, 16:18')
  })

  it.each([
    [59_400, '59 s'],
    [60_000, '1 min'],
    [3 * 3_600_000 + 44 * 60_000 + 29_000, '3 h 44 min'],
    [90 * 60_000 - 1_000, '1 h 30 min'],
    [51 * 3_600_000, '2 d 3 h'],
    [0, '0 s'],
  ])('%d ms', (ms, en) => {
    expect(readableDuration(ms, 'en')).toBe(en)
  })
})
