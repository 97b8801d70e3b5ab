import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import type { Cause, Verdict } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot } from '../build.ts'

// Refused a few times from 12:00 on; the window of five hours ends at 15:00.
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const failed = (clocks: string, status: number | null) =>
  clocks.split(' ').map((clock) => row(today(clock), { outcome: 'failure', status, statusText: null }))
const read = (clock: string, used: number, wallet: boolean | null = null) =>
  snapshot(today(clock), [meter('5h', used, today('15:00')), meter('7d', 40, '2026-06-08T08:00:00Z')], {
    wallet:
      wallet === null
        ? null
        : {
            active: wallet,
            currency: null,
            leftCents: null,
            monthlyLimitCents: null,
            monthlyUsedCents: null,
          },
  })

function saidOf(cause: Cause, until: string, ...parts: readonly Partial<Evidence>[]): Verdict | undefined {
  const options = { now: at(until), zone: UTC, rules: DEFAULT_RULES }
  return reportFrom(evidenceWith(...parts), options).incidents[0]?.verdicts.find(
    (each) => each.cause === cause,
  )?.verdict
}

describe('a meter that is first read full after the last refusal', () => {
  const before = row(today('11:59'))
  const until = (end: string, rows: readonly ReturnType<typeof row>[], full = read('12:10', 100)) =>
    saidOf('quota_5h', today(end), page([before, ...rows], at(today(end))), {
      snapshots: [read('11:50', 80), full],
    })

  it.each<[string, string, number | null, Verdict]>([
    ['too many, and nothing after', '12:00 12:01 12:02', 429, 'consistent'],
    ['the status of quotas', '12:00 12:01 12:02', 403, 'supported'],
    ['no status', '12:00 12:01 12:02', null, 'supported'],
    ['too many, and again when it was full', '12:00 12:01 12:14', 429, 'supported'],
  ])('%s', (_, clocks, status, verdict) => {
    expect(until('12:30', failed(clocks, status))).toBe(verdict)
  })

  it('is what refused where it was read high, or long before', () => {
    const rows = page([before, ...failed('12:00 12:01', 429)], at(today('12:30')))
    const said = (clock: string, used: number) =>
      saidOf('quota_5h', today('12:30'), rows, { snapshots: [read(clock, used), read('12:10', 100)] })
    expect(said('11:50', 80)).toBe('consistent')
    expect(said('11:50', 97)).toBe('supported')
    expect(said('11:40', 80)).toBe('supported')
  })

  it('is what refused where service was back at its reset', () => {
    expect(until('16:00', [...failed('12:00 12:01', 429), row(today('15:01'))])).toBe('supported')
  })

  it('is what refused where the reading says that no extra usage is left', () => {
    expect(until('12:30', failed('12:00 12:01', 429), read('12:10', 100, false))).toBe('supported')
  })
})

it.each<[string, boolean, Verdict]>([
  ['and served again once the week is new', false, 'supported'],
  ['and served again after a change of plan, which ended both', true, 'consistent'],
])('two meters are read full, %s', (_, isChanged, verdict) => {
  const both = snapshot(today('12:10'), [meter('5h', 100, today('15:00')), meter('7d', 100, today('20:00'))])
  const after = snapshot(today('20:10'), [
    meter('5h', 1, isChanged ? '2026-06-03T01:05:00Z' : '2026-06-03T01:00:00Z'),
    meter('7d', 1, isChanged ? '2026-06-09T20:05:00Z' : '2026-06-09T20:00:00Z'),
  ])
  const rows = [row(today('11:59')), ...failed('12:00 12:01 12:12', 403), row(today('20:08'))]
  const history = page(rows, at(today('20:30')))
  expect(saidOf('quota_7d', today('20:30'), history, { snapshots: [both, after] })).toBe(verdict)
})
