import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import type { Incident } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { ErrorClass } from '../../../shared/evidence/kinds/error-observation.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { whenOfLocal } from '../../../shared/evidence/local-time.ts'
import { HOUR } from '../../../shared/time/duration.ts'
import { offsetZone, UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { wallTime, writeWallTime } from '../../../shared/time/wall.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

/** One window used up, and the next, or another one, after its reset at 13:00; nothing succeeded in between. */
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const read = (clock: string, five: number, week = 40) =>
  snapshot(today(clock), [
    meter('5h', five, today(clock < '13:00' ? '13:00' : '18:00')),
    meter('7d', week, '2026-06-08T08:00:00Z'),
  ])
const said = (errorClass: ErrorClass, clocks: string) =>
  clocks.split(' ').map((clock) => refusal(errorClass, today(clock), { status: 403 }))
const failed = (clocks: string) =>
  clocks.split(' ').map((clock) => row(today(clock), { outcome: 'failure', status: 403, statusText: null }))

function only(zone: string, ...parts: readonly Partial<Evidence>[]): Incident {
  const options = { now: at(today('17:50')), zone: zoneNamed(zone), rules: DEFAULT_RULES }
  const [incident, ...others] = reportFrom(evidenceWith(...parts), options).incidents
  if (!incident || others.length > 0) throw new Error('not one incident')
  return incident
}
const led = ({ parts }: Incident) => parts.map(({ leading }) => leading)

describe('two windows that are used up one after the other', () => {
  it.each<[string, readonly Partial<Evidence>[], readonly string[]]>([
    [
      'the same one, by its texts and one reading',
      [{ errors: said('window_5h', '12:00 12:50 16:00 17:40'), snapshots: [read('10:00', 30)] }],
      ['quota_5h', 'quota_5h'],
    ],
    [
      'the same one, by texts of a history that nobody looked at after the reset',
      [
        page([row(today('11:00'))], at(today('12:30'))),
        { errors: said('window_5h', '12:00 12:50 13:40 14:00'), snapshots: [read('10:00', 30)] },
      ],
      ['quota_5h', 'quota_5h'],
    ],
    [
      '5 hours, then the week, by their texts',
      [
        { errors: said('window_5h', '12:00 12:50') },
        { errors: said('window_7d', '13:30 17:40'), snapshots: [read('10:00', 30), read('14:00', 2, 100)] },
      ],
      ['quota_5h', 'quota_7d'],
    ],
    [
      'the week, then the month, by their texts',
      [{ errors: said('window_7d', '12:00 12:50') }, { errors: said('window_month', '13:30 17:40') }],
      ['quota_7d', 'quota_month'],
    ],
    [
      'the same one, by rows and meters, and nobody looked in between',
      [
        page([row(today('11:30')), ...failed('12:20 12:40')], at(today('12:50'))),
        page(failed('16:00 16:20'), at(today('16:30'))),
        {
          snapshots: [
            read('11:40', 97),
            read('12:25', 100),
            read('12:45', 100),
            read('16:05', 100),
            read('16:25', 100),
          ],
        },
      ],
      ['quota_5h', 'quota_5h'],
    ],
  ])('are two parts: %s', (_, evidence, causes) => {
    expect(led(only('UTC', ...evidence))).toEqual(causes)
  })

  it('is one part where it went on at once: then nothing was reset, or the clock is not set so', () => {
    const incident = only('UTC', {
      errors: said('window_5h', '12:00 12:58 13:05'),
      snapshots: [read('10:00', 30)],
    })
    expect(led(incident)).toEqual(['unknown'])
  })

  it.each([-4, 1, 5.5, 9])('leave the offset they were printed in standing: %s h', (hours) => {
    const local = (clock: string) => {
      const wall = wallTime(at(today(clock)) + hours * HOUR)
      const when = whenOfLocal(writeWallTime(wall), wall, 1000, UNKNOWN_ZONE)
      return refusal('window_5h', today(clock), { when, status: 403 })
    }
    const errors = ['12:10', '12:30', '12:50', '16:30', '17:00', '17:40'].map(local)
    const { verdicts } = only('unknown', { errors, snapshots: [read('10:00', 30)] })
    const quota = verdicts.find(({ cause }) => cause === 'quota_5h')
    expect(quota?.byOffset?.[offsetZone(hours * HOUR)]).toBe('supported')
    expect(quota?.verdict).toBe('supported')
  })
})
