import { describe, expect, it } from 'vitest'
import type { ReportJson } from '../../shared/export/report-schema.ts'
import { jsonOf, npmReport } from './report-command.ts'
import { NOW, SEED_FILES, seedFile } from './seed-files.ts'

/** Zones with what the evidence says of the 5-hour window under them (issue: "What must be seen"). */
const runs = new Map(
  ['unknown', '+01:00', '+02:00', '+00:00'].map((zone) => [
    zone,
    npmReport([...SEED_FILES, ...NOW, '--zone', zone]),
  ]),
)

function reportIn(zone: string): ReportJson {
  const run = runs.get(zone)
  if (!run) throw new Error(`not run: ${zone}`)
  expect([run.status, run.stderr]).toEqual([0, ''])
  return jsonOf(run)
}

function incidentOn(zone: string, day: '2 March' | '7 March') {
  const found = reportIn(zone).incidents.find(({ within }) => within === (day === '7 March'))
  if (!found) throw new Error(`no incident on ${day}`)
  return found
}

function verdictOn(zone: string, cause: string, day: '2 March' | '7 March' = '2 March') {
  const found = incidentOn(zone, day).verdicts.find((verdict) => verdict.cause === cause)
  if (!found) throw new Error(`no verdict on ${cause}`)
  return found
}

const textsOf = (zone: string) =>
  verdictOn(zone, 'quota_5h')
    .facts.map(({ text }) => text)
    .join('\n')

describe.each([...runs.keys()])('with --zone %s', (zone) => {
  it('reads 9 records, 2 snapshots, 2 errors, and rejects nothing', () => {
    expect(reportIn(zone).counts).toEqual({ records: 9, snapshots: 2, errors: 2, rejects: 0 })
  })

  it('finds one block on 2 March, suspected', () => {
    expect(reportIn(zone).incidents).toHaveLength(2)
    expect(incidentOn(zone, '2 March')).toMatchObject({
      fromLocal: '2026-03-02T16:18:57',
      toLocal: '2026-03-02T17:22:28',
      grade: 'suspected',
      leading: 'unknown',
    })
  })

  it('finds an incident on 7 March that lies within the window of the reading', () => {
    expect(incidentOn(zone, '7 March')).toMatchObject({
      from: '2026-03-07T10:20:45.248Z',
      to: '2026-03-07T15:20:45.248Z',
      leading: 'unknown',
    })
    expect(verdictOn(zone, 'quota_5h', '7 March').verdict).toBe('contradicted')
    expect(verdictOn(zone, 'quota_7d', '7 March').verdict).toBe('contradicted')
  })

  it('contradicts the weekly quota and supports nothing', () => {
    expect(verdictOn(zone, 'quota_7d').verdict).toBe('contradicted')
    const verdicts = reportIn(zone).incidents.flatMap((incident) => incident.verdicts)
    expect(verdicts.map(({ verdict }) => verdict)).not.toContain('supported')
  })

  it('opens its evidence for every fact but those that say there is none', () => {
    const facts = reportIn(zone).incidents.flatMap(({ verdicts }) => verdicts.flatMap((each) => each.facts))
    const bare = facts.filter(({ refs }) => refs.length === 0).map(({ rule }) => rule)
    expect(new Set(bare)).toEqual(
      new Set(zone === 'unknown' ? ['no_reading', 'depends_on_zone'] : ['no_reading']),
    )
  })
})

describe('the 5-hour window', () => {
  it('is contradicted under +01:00: its boundary was outlived by an hour, and service came back in mid-window', () => {
    expect(verdictOn('+01:00', 'quota_5h').verdict).toBe('contradicted')
    expect(textsOf('+01:00')).toContain(
      '1 h 1 min 43 s after the 5-hour window had been reset at 2026-03-02 16:20:45 +01:00',
    )
    expect(textsOf('+01:00')).toContain(
      'Service was back at 2026-03-02 17:22:28 +01:00, 3 h 58 min 17 s before the next',
    )
  })

  it('is consistent under +02:00: service was back 1 min 43 s after the boundary', () => {
    expect(verdictOn('+02:00', 'quota_5h').verdict).toBe('consistent')
    expect(textsOf('+02:00')).toContain(
      'back 1 min 43 s after the 5-hour reset at 2026-03-02 17:20:45 +02:00',
    )
  })

  it('is contradicted under +00:00: the panel was read during the block, at 0 % used', () => {
    expect(verdictOn('+00:00', 'quota_5h').verdict).toBe('contradicted')
    expect(textsOf('+00:00')).toContain(
      'The 5-hour meter read 0 % used at a reading taken 2026-03-02 16:36:45–16:37:45 +00:00',
    )
  })

  it('is undecidable while the zone is unknown, with the table', () => {
    const { verdict, byOffset = {} } = verdictOn('unknown', 'quota_5h')
    expect(verdict).toBe('undecidable')
    const whole = Object.entries(byOffset).filter(([offset]) => offset.endsWith(':00'))
    const consistent = whole.filter(([, under]) => under === 'consistent').map(([offset]) => offset)
    expect(consistent).toEqual(['-08:00', '-03:00', '+02:00', '+07:00', '+12:00'])
    expect(whole.filter(([, under]) => under === 'contradicted')).toHaveLength(whole.length - 5)
  })
})

it('the same reading from a second file changes no count', () => {
  const run = npmReport([...SEED_FILES, seedFile('usages-2026-03-07.json'), ...NOW])
  expect(jsonOf(run).counts).toEqual(reportIn('unknown').counts)
  expect(jsonOf(run).incidents).toHaveLength(2)
})

describe('with the example that staff posted, which is of another account', () => {
  it.each(['+01:00', 'unknown'])('--zone %s: nothing of it gets into the verdicts', (zone) => {
    const run = npmReport([...SEED_FILES, seedFile('usages-staff-example.json'), ...NOW, '--zone', zone])
    const report = jsonOf(run)
    expect(report.counts).toEqual({ records: 9, snapshots: 3, errors: 2, rejects: 0 })
    expect(report.incidents).toEqual(reportIn(zone).incidents)
    expect(report.windows).toEqual(reportIn(zone).windows)
    expect(report.findings.map(({ kind }) => kind)).toEqual(['mixed_accounts'])
  })
})
