import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import type { Grade } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, seedEvidence, snapshot, zoneNamed } from '../build.ts'

const now = at('2026-06-10T00:00:00Z')

/** `kind causes` of the incident, in order; `meter_reading:5h` where it is about a window. */
function missingIn(evidence: Evidence, zone = 'UTC', grade: Grade = 'failed_rows') {
  const report = reportFrom(evidence, { now, zone: zoneNamed(zone), rules: DEFAULT_RULES })
  const incident = report.incidents.find(({ block: { grade: its } }) => its === grade)
  return incident?.missing.map(({ kind, values: { window } }) => (window ? `${kind}:${window.value}` : kind))
}

const success = row('2026-06-02T10:05:00Z', { requestId: 'ok' })
const refused = row('2026-06-02T10:00:00Z', { requestId: 'no', outcome: 'failure', status: 429 })
const block = page([refused, success], at('2026-06-02T12:00:00Z'))

describe('what would decide it', () => {
  it('where nothing but failed rows is known', () => {
    expect(missingIn(evidenceWith(block))).toEqual([
      'error_text',
      'meter_reading:5h',
      'meter_reading:7d',
      'meter_reading:month',
      'cap',
      'nothing_known',
    ])
  })

  it('asks for no week of a plan that has none, and says so', () => {
    const month = meter('month', 20, '2026-07-01T00:00:00Z', { pool: 'total', encoding: 'ratio' })
    const five = meter('5h', 95, '2026-06-02T15:00:00Z')
    const evidence = evidenceWith(block, { snapshots: [snapshot('2026-06-02T09:00:00Z', [five, month])] })
    expect(missingIn(evidence)?.filter((each) => each.endsWith(':7d'))).toEqual([])
    const report = reportFrom(evidence, { now, zone: zoneNamed('UTC'), rules: DEFAULT_RULES })
    const week = report.incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_7d')
    expect(week?.facts.map(({ rule }) => rule)).toContain('no_weekly_limit')
    expect(report.windows.some(({ window }) => window === '7d')).toBe(false)
  })

  it.each([
    ['its panel, which leaves out what it does not know', { source: 'quota_panel' as const }, []],
    [
      'a body that had a week once',
      {},
      [meter('5h', 3, '2026-05-30T12:00:00Z'), meter('7d', 3, '2026-06-08T00:00:00Z')],
    ],
  ])('does ask for a week of %s', (_, details, week) => {
    const month = meter('month', 20, '2026-07-01T00:00:00Z', { pool: 'total', encoding: 'ratio' })
    const five = meter('5h', 95, '2026-06-02T15:00:00Z')
    const readings = [
      snapshot('2026-05-30T09:00:00Z', week),
      snapshot('2026-06-02T09:00:00Z', [five, month], details),
    ]
    const report = reportFrom(evidenceWith(block, { snapshots: readings }), {
      now,
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    const rules = report.incidents.flatMap(({ verdicts }) => verdicts.flatMap(({ facts }) => facts))
    expect(rules.map(({ rule }) => rule)).not.toContain('no_weekly_limit')
  })

  it('is nothing once a cause leads', () => {
    expect(
      missingIn(
        evidenceWith(block, { errors: [refusal('window_5h', '2026-06-02T10:00:00Z')] }),
        'UTC',
        'error_text',
      ),
    ).toEqual([])
  })

  it('where a text fits more than one limit, is one that names its limit', () => {
    const errors = [refusal('rate_or_concurrency', '2026-06-02T10:00:00Z')]
    expect(missingIn(evidenceWith(block, { errors }), 'UTC', 'error_text')?.[0]).toBe('error_text_naming')
  })

  it('leaves out the windows whose meter has decided', () => {
    const snapshots = [
      snapshot('2026-06-02T10:30:00Z', [meter('5h', 20, '2026-06-02T14:00:00Z')], { cap: 30 }),
    ]
    expect(missingIn(evidenceWith(block, { snapshots }))).toEqual([
      'error_text',
      'meter_reading:7d',
      'meter_reading:month',
      'nothing_known',
    ])
  })

  it('where a meter only left out its number, is one that states it', () => {
    const snapshots = [
      snapshot('2026-06-02T10:30:00Z', [meter('5h', 0, '2026-06-02T14:00:00Z', { explicit: false })]),
    ]
    expect(missingIn(evidenceWith(block, { snapshots }))).toContain('meter_explicit:5h')
  })

  it('where readings name no reset, is one that does', () => {
    const snapshots = [snapshot('2026-06-02T10:30:00Z', [meter('5h', 20, null)])]
    expect(missingIn(evidenceWith(block, { snapshots }))).toContain('meter_reset:5h')
  })

  it('where the history has a hole, is the history; where the block is open, its end', () => {
    const missing = missingIn(evidenceWith({ records: [refused] }))
    expect(missing).toContain('history')
    expect(missing).toContain('service_back')
  })

  it('of the incident of 2 March is first of all the zone, then the date of the error', () => {
    expect(missingIn(seedEvidence(), 'unknown', 'suspected')?.slice(0, 4)).toEqual([
      'zone',
      'error_date',
      'error_text',
      'refusal_times',
    ])
    expect(missingIn(seedEvidence('+02:00'), '+02:00', 'suspected')?.slice(0, 3)).toEqual([
      'error_date',
      'error_text',
      'refusal_times',
    ])
  })
})
