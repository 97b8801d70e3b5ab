import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Meter } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// Refused from 12:00 to 12:10, and nobody asked again before the reset at 15:00. The meter was read at 11:59 and 12:20.
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const failed = ['12:00', '12:10'].map((clock) => row(today(clock), { outcome: 'failure', status: 429 }))
const rows = page([row(today('11:50')), ...failed, row(today('15:01'))], at(today('15:30')))
const throttled = { errors: ['12:00', '12:10'].map((clock) => refusal('rate_or_concurrency', today(clock))) }
const named = { errors: ['12:00', '12:10'].map((clock) => refusal('window_5h', today(clock))) }

const count = meter('5h', 100, today('15:00'))
const ratio = (used: number, details: Partial<Meter> = {}) =>
  meter('5h', used, today('15:00'), { encoding: 'ratio', resolution: 0.01, ...details })

describe('a meter that reads full', () => {
  it.each([
    ['in whole percents', [count], {}, 'supported'],
    ['in whole percents, where texts speak of other limits', [count], throttled, 'consistent'],
    ['in whole percents, where texts name it', [count], named, 'supported'],
    ['to the hundredth, where texts speak of other limits', [ratio(100)], throttled, 'supported'],
    ['in both', [count, ratio(100)], throttled, 'supported'],
    ['in whole percents, and nearly full to the hundredth', [count, ratio(99.14)], {}, 'consistent'],
    ['in whole percents, and full to the hundredth as it rounds', [count, ratio(99.99)], {}, 'supported'],
  ] as const)('%s', (_, meters, texts, verdict) => {
    const snapshots = ['11:59', '12:20'].map((clock) => snapshot(today(clock), meters))
    const { incidents } = reportFrom(evidenceWith(rows, { snapshots }, texts), {
      now: at(today('16:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    expect(incidents.map((each) => each.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict)).toEqual(
      [verdict],
    )
  })
})
