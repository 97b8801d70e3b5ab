import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { ErrorClass } from '../../../shared/evidence/kinds/error-observation.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// A few minutes of one limit, with a great many tries; then a quota until 15:00, with a try now and then.
const today = (clock: string) => `2026-06-03T${clock.length === 5 ? `${clock}:00` : clock}Z`
const SHORT = ['12:00:00', '12:00:10', '12:00:20', '12:01:00', '12:01:10', '12:02:00', '12:03:00', '12:04:00']
const LONG = ['12:05', '12:40', '13:20', '14:58']
const said = (errorClass: ErrorClass, clocks: readonly string[], status: number) =>
  clocks.map((clock) => refusal(errorClass, today(clock), { status }))
const failed = (clocks: readonly string[], status: number) =>
  clocks.map((clock) => row(today(clock), { outcome: 'failure', status, statusText: null }))
const served = [row(today('11:58')), row(today('15:01'))]

function judged(...parts: readonly Partial<Evidence>[]) {
  const { incidents } = reportFrom(evidenceWith(...parts), {
    now: at(today('16:00')),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  return incidents.map(({ leading, parts: of }) => [leading, ...of.map((part) => part.leading)])
}

describe.each([
  ['5h', 'quota_5h', 'window_5h'],
  ['7d', 'quota_7d', 'window_7d'],
  ['month', 'quota_month', 'window_month'],
] as const)('a few minutes of another limit, then the %s quota', (window, cause, errorClass) => {
  const full = ['12:20', '14:00'].map((clock) => snapshot(today(clock), [meter(window, 100, today('15:00'))]))
  const seen = page([...served, ...failed(SHORT, 429), ...failed(LONG, 403)], at(today('15:40')))
  const texts = (short: ErrorClass) => [...said(short, SHORT, 429), ...said(errorClass, LONG, 403)]

  it.each([
    ['concurrency, by texts alone', [page(served), { errors: texts('concurrency') }], 'concurrency'],
    ['concurrency, by texts and rows', [seen, { errors: texts('concurrency') }], 'concurrency'],
    ['an overload', [seen, { errors: texts('overloaded') }], 'platform'],
    ['a key that was refused', [seen, { errors: texts('auth') }], 'account'],
    ['a limit that nothing tells, by rows and meters', [seen, { snapshots: full }], 'unknown'],
    [
      'concurrency by texts, the quota by rows and meters',
      [seen, { snapshots: full, errors: said('concurrency', SHORT, 429) }],
      'concurrency',
    ],
  ] as const)('is led by what lasted: %s', (_, evidence, first) => {
    expect(judged(...evidence)).toEqual([[cause, first, cause]])
  })
})
