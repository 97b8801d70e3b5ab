import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import type { Cause } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { ErrorClass } from '../../../shared/evidence/kinds/error-observation.ts'
import type { Meter, QuotaSnapshot, WindowKind } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// Refused at 12:00, 12:10 and 12:20. The 5 h window ends at 15:00, week and month days later.
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const RESET: Readonly<Record<string, string>> = {
  '5h': today('15:00'),
  '7d': '2026-06-08T08:00:00Z',
  'month': '2026-06-20T08:00:00Z',
}
const CLOCKS = ['12:00', '12:10', '12:20']
const refusedRows = (back: string) =>
  page(
    [
      row(today('11:00')),
      ...CLOCKS.map((clock) => row(today(clock), { outcome: 'failure', status: 403 })),
      row(today(back)),
    ],
    at(today('20:00')),
  )
const said = (errorClass: ErrorClass) => ({
  errors: CLOCKS.map((clock) => refusal(errorClass, today(clock), { status: 403 })),
})

const read = (clock: string, window: WindowKind, used: number, details: Partial<Meter> = {}): QuotaSnapshot =>
  snapshot(today(clock), [meter(window, used, RESET[window] ?? null, details)])
const readings = (...snapshots: readonly QuotaSnapshot[]) => ({ snapshots })

function judged(...parts: readonly Partial<Evidence>[]) {
  const options = { now: at(today('20:00')), zone: zoneNamed('UTC'), rules: DEFAULT_RULES }
  const { incidents, findings } = reportFrom(evidenceWith(...parts), options)
  const [incident, ...others] = incidents
  if (!incident || others.length > 0) throw new Error('not one incident')
  return {
    of: (cause: Cause) => incident.verdicts.find((each) => each.cause === cause)?.verdict,
    leading: incident.leading,
    disagree: findings.some(({ kind }) => kind === 'text_and_meter_disagree'),
  }
}

const RATIO = { encoding: 'ratio', resolution: 0.01 } as const

describe('a meter at 99.95 %', () => {
  it.each([
    ['as a ratio', '15:01', [read('12:05', '5h', 99.95, RATIO), read('14:00', '5h', 99.95, RATIO)]],
    ['of a count', '15:01', [read('12:05', '5h', 99.95, { limit: 2000, used: 1999, remaining: 1 })]],
    ['with service back before its reset', '13:00', [read('12:05', '5h', 99.95, RATIO)]],
    ['read once, in the block', '15:01', [read('12:15', '5h', 99.95, RATIO)]],
  ])('%s is neither low nor full', (_, back, snapshots) => {
    const { of } = judged(refusedRows(back), { snapshots })
    expect(['consistent', 'undecidable']).toContain(of('quota_5h'))
  })

  it.each(['7d', 'month'] as const)('of the %s neither', (window) => {
    const { of } = judged(refusedRows('15:01'), readings(read('12:05', window, 99.95, RATIO)))
    expect(of(`quota_${window}`)).toBe('undecidable')
  })

  it('does not disagree with a text that names it', () => {
    const { of, disagree } = judged(
      refusedRows('15:01'),
      said('window_5h'),
      readings(read('12:05', '5h', 99.95)),
    )
    expect([of('quota_5h'), disagree]).toEqual(['supported', false])
  })

  it('leaves another that is full', () => {
    const both = [meter('5h', 100, today('15:00')), meter('7d', 99.95, RESET['7d'] ?? null, RATIO)]
    const { of } = judged(refusedRows('15:01'), readings(snapshot(today('12:05'), both)))
    expect([of('quota_5h'), of('quota_7d')]).toEqual(['supported', 'undecidable'])
  })
})

describe('a stale reading', () => {
  it.each([
    ['of the week', 'quota_7d', [read('12:03', '7d', 60), read('12:15', '7d', 100)], 'undecidable'],
    ['of the month', 'quota_month', [read('12:03', 'month', 60), read('12:15', 'month', 98)], 'undecidable'],
    [
      'read twice',
      'quota_5h',
      [read('12:03', '5h', 60), read('12:08', '5h', 60), read('12:18', '5h', 96)],
      'undecidable',
    ],
    [
      'that the first one after it takes back',
      'quota_5h',
      [read('12:04', '5h', 0), read('12:16', '5h', 91)],
      'undecidable',
    ],
    [
      'that nothing takes back',
      'quota_5h',
      [read('12:04', '5h', 60), read('12:16', '5h', 60)],
      'contradicted',
    ],
  ] as const)('%s: %s', (_, cause, snapshots, verdict) => {
    expect(judged(refusedRows('13:00'), readings(...snapshots)).of(cause)).toBe(verdict)
  })
})

describe('a text and a meter of different windows', () => {
  it.each([
    ['window_5h', '7d', 3, 'quota_5h', 'contradicted'],
    ['window_7d', '5h', 3, 'quota_7d', 'contradicted'],
    ['window_month', '7d', 3, 'quota_month', 'contradicted'],
    ['window_5h', '7d', 95, 'quota_5h', 'undecidable'],
    // full, and yet another one was named
    ['window_7d', '5h', 100, 'quota_7d', 'consistent'],
    ['window_month', '5h', 100, 'quota_month', 'consistent'],
  ] as const)('%s and the meter of %s at %i %% do not disagree', (text, window, used, leading, other) => {
    const found = judged(
      refusedRows('15:01'),
      said(text),
      readings(read('12:05', window, used), read('12:25', window, used)),
    )
    expect([found.leading, found.of(leading), found.disagree]).toEqual([leading, 'supported', false])
    expect(found.of(`quota_${window}`)).toBe(other)
  })

  it('do where it is the same', () => {
    const low = readings(read('12:05', '5h', 3), read('12:25', '5h', 3))
    expect(judged(refusedRows('15:01'), said('window_5h'), low).disagree).toBe(true)
  })
})
