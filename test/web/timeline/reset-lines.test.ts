import { describe, expect, it } from 'vitest'
import type { Reset } from '../../../shared/analyse/report.ts'
import type { WindowKind } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { DAY_OF_HOURS, HOUR } from '../../../shared/time/duration.ts'
import { instant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { resetLines } from '../../../web/pages/timeline/resets/reset-lines.ts'
import { resetRoom } from '../../../web/pages/timeline/resets/reset-room.ts'

const resets = (window: WindowKind, ...at: readonly number[]): readonly Reset[] =>
  at.map((each) => ({ window, at: instant(each), basis: 'inferred', state: 'upcoming', refs: [] }))

/** The resets of a window in a stretch of so many hours from 0 on. */
const every = (window: WindowKind, hours: number, length: number) =>
  resets(window, ...Array.from({ length: Math.floor(length / hours) + 1 }, (_, n) => n * hours * HOUR))

describe('the room between resets', () => {
  it.each([
    ['none', [], Number.POSITIVE_INFINITY],
    ['one', [50], Number.POSITIVE_INFINITY],
    ['two', [20, 50], 30],
    ['even ones', [0, 25, 50, 75, 100], 25],
    ['even ones of which one was set back', [0, 25, 26, 51, 76], 25],
    ['in any order', [100, 0, 50], 50],
  ])('%s', (_name, at, room) => {
    expect(resetRoom(resets('5h', ...at), span(0, 100), 100)).toBeCloseTo(room)
  })
})

describe('lines through all lanes', () => {
  const WEEK = 7 * 24
  it.each([
    ['a day, wide', 24, 840, { lines: ['5h', '7d'], ticks: [] }],
    ['a day on a telephone', 24, 300, { lines: ['5h', '7d'], ticks: [] }],
    ['a week, wide', WEEK, 840, { lines: ['7d'], ticks: ['5h'] }],
    ['a week on a telephone', WEEK, 300, { lines: ['7d'], ticks: ['5h'] }],
    ['a year', 365 * 24, 840, { lines: [], ticks: ['5h', '7d'] }],
  ])('%s', (_name, hours, width, expected) => {
    const all = [...every('5h', 5, hours), ...every('7d', WEEK, hours)]
    const { lines, ticks } = resetLines(all, span(0, hours * HOUR), width)
    const windows = (some: readonly Reset[]) => [...new Set(some.map(({ window }) => window))]
    expect({ lines: windows(lines), ticks: windows(ticks) }).toEqual(expected)
    expect(lines.length + ticks.length).toBe(all.length)
  })

  it('begin where there are 60 pixels between two', () => {
    const two = resets('5h', 0, DAY_OF_HOURS)
    expect(resetLines(two, span(0, DAY_OF_HOURS), 60).lines).toHaveLength(2)
    expect(resetLines(two, span(0, DAY_OF_HOURS), 59).lines).toHaveLength(0)
  })
})
