import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { QuotaSnapshot } from '../../shared/evidence/quota-snapshot.ts'
import { writeInstant } from '../../shared/time/instant.ts'
import { at } from '../time/given.ts'
import { evidenceWith, meter, snapshot, zoneNamed } from './build.ts'

const outlook = (now: string, ...snapshots: readonly QuotaSnapshot[]) =>
  analyse(evidenceWith({ snapshots }), { now: at(now), zone: zoneNamed('UTC'), rules: DEFAULT_RULES }).outlook

const RESET = '2026-06-02T15:00:00Z'
const read = (clock: string, used: number, reset = RESET) =>
  snapshot(`2026-06-02T${clock}Z`, [meter('5h', used, reset)])

describe('the outlook of a window', () => {
  it('gives the pace between two bounds, and when the window would be full', () => {
    const [five] = outlook('2026-06-02T12:05:00Z', read('11:00:00', 20), read('12:00:00', 50))
    expect(five).toMatchObject({ window: '5h', usedPercent: 50, pace: { least: 28, most: 32 } })
    expect(five?.fullAt && writeInstant(five.fullAt.earliest)).toBe('2026-06-02T13:33:45Z')
    expect(five?.fullAt?.latest && writeInstant(five.fullAt.latest).slice(11, 16)).toBe('13:47')
  })

  it.each([
    ['one reading tells no pace', [read('12:00:00', 50)], { pace: null, fullAt: null }],
    ['two readings within ten minutes neither', [read('11:55:00', 49), read('12:00:00', 50)], { pace: null }],
    [
      'a slow window is not full before its reset',
      [read('11:00:00', 20), read('12:00:00', 21)],
      { fullAt: null },
    ],
  ] as const)('%s', (_, readings, expected) => {
    expect(outlook('2026-06-02T12:05:00Z', ...readings)[0]).toMatchObject(expected)
  })

  it('says nothing of a window that is over', () => {
    expect(outlook('2026-06-02T15:00:01Z', read('12:00:00', 50))).toEqual([])
  })

  it('compares with earlier windows at the same point', () => {
    const earlier = read('07:02:00', 80, '2026-06-02T10:00:00Z')
    const [five] = outlook('2026-06-02T12:05:00Z', earlier, read('12:00:00', 50))
    expect(five?.earlier).toEqual([{ endedAt: at('2026-06-02T10:00:00Z'), usedPercent: 80 }])
  })
})
