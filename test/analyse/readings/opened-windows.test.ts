import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { QuotaSnapshot } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { writeInstant } from '../../../shared/time/instant.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot, zoneNamed } from '../build.ts'

// A plan without a week. Refused from 10:30 until 13:20.
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const read = (clock: string, five: number, reset: string | null) =>
  snapshot(today(clock), [meter('5h', five, reset === null ? null : today(reset), { encoding: 'ratio' })])
const idle = (clock: string) => read(clock, 0, null)
const failed = (clock: string) => row(today(clock), { outcome: 'failure', status: 403 })

function report(...snapshots: readonly QuotaSnapshot[]) {
  const rows = [row(today('10:20')), failed('10:30'), failed('12:00'), failed('13:10'), row(today('13:20'))]
  const all = reportFrom(evidenceWith(page(rows, at(today('14:30'))), { snapshots }), {
    now: at(today('15:00')),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  return {
    verdict: all.incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict,
    mixed: all.findings.some(({ kind }) => kind === 'mixed_accounts'),
    windows: all.windows
      .filter(({ window, basis }) => window === '5h' && basis === 'reported')
      .map(({ span }) => writeInstant(span.from).slice(11, 16)),
  }
}

const [before, full, after] = [
  read('08:00', 40, '08:10'),
  read('10:40', 100, '13:16'),
  read('13:30', 3, '18:20'),
]

describe('5 h windows that open at first use', () => {
  it.each([
    ['nothing was open in between', [before, idle('08:12'), full, idle('13:18'), after]],
    ['seen between two of them', [before, full, idle('13:18'), after]],
    ['two windows', [full, idle('13:18'), after]],
  ] as const)('are of one account: %s', (_, snapshots) => {
    expect(report(...snapshots)).toMatchObject({ verdict: 'supported', mixed: false })
  })

  it.each([
    [
      'low all along',
      [before, idle('08:12'), read('10:40', 30, '13:16'), read('12:50', 34, '13:16'), idle('13:18')],
      'contradicted',
    ],
    [
      'low, and opened once more as service came back',
      [read('10:40', 30, '13:16'), read('12:50', 34, '13:16'), idle('13:18'), after],
      'contradicted',
    ],
    [
      'low, and only read once, soon after the first refusal',
      [idle('08:12'), read('10:33', 30, '13:16'), idle('13:18'), after],
      'undecidable',
    ],
    [
      'full, and low in the windows around it',
      [before, idle('08:12'), full, read('12:50', 100, '13:16'), idle('13:18'), after],
      'supported',
    ],
    [
      'full in the window before it, and low in its own',
      [
        read('08:00', 100, '08:10'),
        idle('08:12'),
        read('10:40', 30, '13:16'),
        read('12:50', 34, '13:16'),
        idle('13:18'),
        after,
      ],
      'contradicted',
    ],
  ] as const)('judge by the window of the block: %s', (_, snapshots, verdict) => {
    expect(report(...snapshots)).toMatchObject({ verdict, mixed: false })
  })

  it('are named as the readings state them', () => {
    expect(report(before, full, idle('13:18'), after).windows).toEqual(['03:10', '08:16', '13:20'])
  })

  it('may be of several accounts where nothing shows that none was open: then both are tried', () => {
    expect(report(before, full, after)).toMatchObject({ verdict: 'undecidable', mixed: true })
  })

  it('are none where they overlap', () => {
    expect(report(before, idle('08:12'), full, read('12:50', 3, '17:00'), after)).toMatchObject({
      mixed: true,
    })
  })

  it('are none where the resets lie on one grid', () => {
    const { windows, mixed } = report(
      read('08:00', 40, '08:16'),
      idle('08:18'),
      full,
      read('13:30', 3, '18:16'),
    )
    expect([mixed, windows]).toEqual([false, ['03:16', '08:16', '13:16']])
  })
})
