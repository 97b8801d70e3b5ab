import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { QuotaSnapshot } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// Refused from 12:00, service back at 12:40; the 5 h window ends at 15:00, the week on the 8th.
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const read = (clock: string | null, five: number, week: number, reset = '15:00') =>
  snapshot(clock === null ? null : today(clock), [
    meter('5h', five, today(reset)),
    meter('7d', week, '2026-06-08T00:00:00Z'),
  ])
const failed = (clock: string) => row(today(clock), { outcome: 'failure', status: 403 })

const judged = (...snapshots: readonly QuotaSnapshot[]) => judgedWith({ snapshots })

function judgedWith(more: Partial<Evidence>) {
  const rows = page(
    [row(today('11:00')), failed('12:00'), failed('12:20'), row(today('12:40'))],
    at(today('14:30')),
  )
  const report = reportFrom(evidenceWith(rows, more), {
    now: at(today('16:00')),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  const [incident] = report.incidents
  const quota = incident?.verdicts.find(({ cause }) => cause === 'quota_5h')
  return {
    verdict: quota?.verdict,
    rules: quota?.facts.map(({ rule }) => rule),
    findings: report.findings.map(({ kind }) => kind),
  }
}

it.each([
  [30, 'undecidable'],
  [29, 'contradicted'],
] as const)(
  '0 after %i requests that its window served is %s: it was reset out of turn',
  (served, verdict) => {
    const rows = Array.from({ length: served }, (_, index) =>
      row(today(`11:${String(index).padStart(2, '0')}`), { requestId: `served ${index}` }),
    )
    const refused = [failed('12:00'), failed('12:20')]
    const five = (clock: string) => snapshot(today(clock), [meter('5h', 0, today('15:00'))])
    const report = reportFrom(
      evidenceWith(page([...rows, ...refused], at(today('14:30'))), {
        snapshots: [five('12:30'), five('14:00')],
      }),
      { now: at(today('14:30')), zone: zoneNamed('UTC'), rules: DEFAULT_RULES },
    )
    const quota = report.incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')
    expect(quota?.verdict).toBe(verdict)
  },
)

describe('service back in mid-window', () => {
  it('contradicts where the meter goes on', () => {
    expect(judged(read('10:30', 50, 40), read('12:10', 95, 40), read('14:00', 96, 40))).toMatchObject({
      verdict: 'contradicted',
    })
  })

  it.each([
    ['read nearly full before, and in the next window after', [read('11:55', 90, 40)], 'undecidable'],
    ['read nearly full while refused, too', [read('11:55', 90, 40), read('12:05', 97, 40)], 'undecidable'],
    ['read low before', [read('11:55', 89, 40)], 'contradicted'],
    [
      'read nearly full before, and no fuller after',
      [read('11:55', 90, 40), read('13:00', 96, 40)],
      'contradicted',
    ],
  ] as const)('says as much as is known of extra usage: %s', (_, snapshots, verdict) => {
    expect(judged(...snapshots, read('15:30', 1, 41, '20:00')).verdict).toBe(verdict)
  })

  it.each([
    ['its own meter fell', [read('10:30', 50, 40), read('12:10', 99, 40), read('12:45', 3, 40)]],
    [
      'it fell between the last refusal and a much later reading',
      [read('12:25', 99, 40), read('14:00', 1, 40)],
    ],
    ['its window began anew before it was due', [read('12:25', 99, 40), read('12:45', 1, 40, '17:38')]],
  ] as const)('does not where %s', (_, snapshots) => {
    const { verdict, rules } = judged(...snapshots)
    expect(verdict).not.toBe('contradicted')
    expect(rules).not.toContain('low_meter')
  })

  it('says little where a text tells that extra usage was spent: it may have been paid for again', () => {
    const snapshots = [read('11:55', 60, 40), read('15:30', 1, 41, '20:00')]
    expect(judgedWith({ snapshots }).verdict).toBe('contradicted')
    const errors = [refusal('balance', today('12:20'), { status: 403 })]
    expect(judgedWith({ snapshots, errors }).verdict).not.toBe('contradicted')
  })

  it('says little where the window was read at an unknown time: it may have been reset before that', () => {
    const next = read('15:30', 1, 41, '20:00')
    expect(judged(read('11:55', 60, 40), next).verdict).toBe('contradicted')
    expect(judged(read(null, 5, 40), next).verdict).not.toBe('contradicted')
  })

  it('says little where another meter fell', () => {
    const { rules } = judged(read('12:10', 95, 80), read('12:45', 96, 2), read('14:00', 97, 3))
    expect(rules).toContain('back_where_meter_fell')
    expect(rules).not.toContain('back_in_mid_window')
  })
})

describe('an undated body', () => {
  it('makes no meter fall: it may be of any time of its window', () => {
    const { findings } = judged(read('12:10', 80, 40), read('14:00', 90, 40), read(null, 5, 40))
    expect(findings).not.toContain('meter_fell')
  })
})
