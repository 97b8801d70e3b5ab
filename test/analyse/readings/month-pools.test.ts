import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import type { Meter } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot, zoneNamed } from '../build.ts'

/*
 * Kimi Code draws on a pool that all of Kimi shares. A reading shows how much of it is used, and how much Kimi Code took:
 * two meters that differ by what the rest of Kimi took, and not two encodings of one.
 */

const RESET = '2026-06-03T12:00:00Z'
const today = (clock: string) => `2026-06-03T${clock}Z`
const failed = (clock: string) => row(today(clock), { outcome: 'failure', status: 403, statusText: null })

const pool = (name: 'total' | 'code', used: number, details: Partial<Meter> = {}) =>
  meter('month', used, RESET, { pool: name, encoding: 'ratio', resolution: 0.01, ...details })

const blocked = page([
  row(today('10:30:00')),
  failed('10:40:00'),
  failed('11:20:00'),
  failed('11:50:00'),
  row(today('12:01:00')),
])

function verdictWith(...meters: readonly Meter[]) {
  const { incidents } = reportFrom(
    evidenceWith(blocked, { snapshots: [snapshot(today('11:00:00'), meters)] }),
    {
      now: at(today('12:30:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    },
  )
  return incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_month')?.verdict
}

describe('the month is used up', () => {
  it.each([
    ['when all of it is, whatever Kimi Code took', [pool('total', 100), pool('code', 70)], 'supported'],
    ["when Kimi Code's pool is", [pool('code', 100)], 'supported'],
    ['when more than all of it is', [pool('total', 140), pool('code', 97.5)], 'supported'],
    ['not for certain when Kimi Code took nearly all of it', [pool('code', 99)], 'undecidable'],
    [
      'not for certain when two encodings of one pool disagree',
      [pool('total', 100), pool('total', 60, { encoding: 'count', resolution: 1 })],
      'undecidable',
    ],
  ] as const)('%s', (_, meters, verdict) => {
    expect(verdictWith(...meters)).toBe(verdict)
  })
})
