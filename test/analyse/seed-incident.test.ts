import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import type { Cause, Incident, Report } from '../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { writeInstant } from '../../shared/time/instant.ts'
import { writeWallTime } from '../../shared/time/wall.ts'
import { at } from '../time/given.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { meter, seedEvidence, snapshot, zoneNamed } from './build.ts'

const now = at('2026-03-09T00:00:00Z')
const reportIn = (zone: string): Report =>
  reportFrom(seedEvidence(zone), { now, zone: zoneNamed(zone), rules: DEFAULT_RULES })

function incidentOn(report: Report, day: '2 March' | '7 March'): Incident {
  const found = report.incidents.find(({ block }) => block.within === (day === '7 March'))
  if (!found) throw new Error(`no incident on ${day}`)
  return found
}

const verdictOn = (incident: Incident, cause: Cause) => {
  const found = incident.verdicts.find((verdict) => verdict.cause === cause)
  if (!found) throw new Error(`no verdict on ${cause}`)
  return found
}

const rulesFor = (incident: Incident, cause: Cause) =>
  verdictOn(incident, cause).facts.map(({ rule }) => rule)

describe('the incident of 2 March 2026', () => {
  it.each([
    ['+01:00', 'contradicted', ['outlived_reset', 'back_in_mid_window']],
    ['+02:00', 'consistent', ['back_at_reset']],
    ['+00:00', 'contradicted', ['low_meter', 'back_in_mid_window']],
  ] as const)('%s: the 5 h window is %s', (zone, verdict, rules) => {
    const report = reportIn(zone)
    const incident = incidentOn(report, '2 March')
    const { block } = incident
    expect(report.incidents).toHaveLength(2)
    expect(block.grade).toBe('suspected')
    expect(block.local && [block.local.from, block.local.to].map(writeWallTime)).toEqual([
      '2026-03-02 16:18:57',
      '2026-03-02 17:22:28',
    ])
    expect(verdictOn(incident, 'quota_5h').verdict).toBe(verdict)
    expect(rulesFor(incident, 'quota_5h')[0]).toBe('premise_refused_throughout')
    expect(rulesFor(incident, 'quota_5h')).toEqual(expect.arrayContaining([...rules]))
    expect(verdictOn(incident, 'quota_7d').verdict).toBe('contradicted')
    expect(incident.leading).toBe('unknown')
  })

  it('names the boundary that was outlived under +01:00', () => {
    const facts = verdictOn(incidentOn(reportIn('+01:00'), '2 March'), 'quota_5h').facts
    const outlived = facts.find(({ rule }) => rule === 'outlived_reset')
    expect(outlived?.values).toMatchObject({
      boundary: { value: at('2026-03-02T15:20:45.248Z') },
      by: { value: 3_702_752 }, // 1 h 1 min 43 s
    })
  })

  it('is undecidable in an unknown zone, with a verdict for each offset', () => {
    const incident = incidentOn(reportIn('unknown'), '2 March')
    const { verdict, byOffset } = verdictOn(incident, 'quota_5h')
    expect(verdict).toBe('undecidable')
    const whole = Object.entries(byOffset ?? {}).filter(([offset]) => offset.endsWith(':00'))
    expect(whole.length).toBeGreaterThan(24)
    const consistent = whole.filter(([, each]) => each === 'consistent').map(([offset]) => offset)
    expect(consistent).toEqual(['-08:00', '-03:00', '+02:00', '+07:00', '+12:00'])
    expect(whole.filter(([, each]) => each === 'contradicted')).toHaveLength(whole.length - 5)
    expect(Object.keys(byOffset ?? {})).toEqual(expect.arrayContaining(['+05:45', '+08:45', '+05:30']))
    expect(verdictOn(incident, 'quota_7d').verdict).toBe('contradicted')
    expect(incident.block.span).toBeNull()
  })

  it.each(['unknown', '+01:00', '+02:00', '+00:00', 'Asia/Shanghai'])('supports nothing in %s', (zone) => {
    for (const incident of reportIn(zone).incidents) {
      expect(incident.leading).toBe('unknown')
      expect(incident.verdicts.filter(({ verdict }) => verdict === 'supported')).toEqual([])
    }
  })

  it('places the panel where both countdowns agree', () => {
    const panel = reportIn('unknown').readings.find(({ basis }) => basis === 'countdowns')
    expect(
      panel &&
        [panel.span.from, panel.span.to].map((edge) => writeInstant(at(writeInstant(edge))).slice(0, 19)),
    ).toEqual(['2026-03-02T16:36:45', '2026-03-02T16:37:45'])
  })
})

describe('the incident of 7 March 2026', () => {
  it('lies somewhere in the window of the reading, and both quota windows are contradicted', () => {
    const incident = incidentOn(reportIn('unknown'), '7 March')
    const { span } = incident.block
    expect(span && [span.from, span.to].map(writeInstant)).toEqual([
      '2026-03-07T10:20:45.248Z',
      '2026-03-07T15:20:45.248Z',
    ])
    expect(verdictOn(incident, 'quota_5h').verdict).toBe('contradicted')
    expect(verdictOn(incident, 'quota_7d').verdict).toBe('contradicted')
    expect(verdictOn(incident, 'concurrency').verdict).toBe('consistent')
    expect(verdictOn(incident, 'request_rate').verdict).toBe('consistent')
    expect(rulesFor(incident, 'quota_5h')[0]).toBe('premise_pasted_together')
  })
})

describe('with the example that staff posted, which is of another account', () => {
  const staff = snapshot(null, [
    meter('7d', 0, '2026-03-09T11:16:04.416717Z'),
    meter('5h', 0, '2026-03-03T11:16:04.416717Z'),
  ])
  const other = { ...NO_EVIDENCE, snapshots: [staff] }
  const zones = ['unknown', '+01:00', '+02:00', '+00:00']

  it.each(zones)('says the same of both incidents in %s', (zone) => {
    const alone = reportIn(zone)
    const mixed = reportFrom(mergeEvidence(seedEvidence(zone), other), {
      now,
      zone: zoneNamed(zone),
      rules: DEFAULT_RULES,
    })
    expect(mixed.incidents).toEqual(alone.incidents)
    expect(mixed.readings).toEqual(alone.readings)
    expect(mixed.findings).toMatchObject([{ kind: 'mixed_accounts', refs: [staff.id] }])
  })

  it('even where the panel is missing: the error was pasted with a reading of the one, and none with the other', () => {
    const seed = seedEvidence('+01:00')
    const body = { ...seed, snapshots: seed.snapshots.filter(({ source }) => source === 'usages') }
    const options = { now, zone: zoneNamed('+01:00'), rules: DEFAULT_RULES }
    expect(reportFrom(mergeEvidence(body, other), options).incidents).toEqual(
      reportFrom(body, options).incidents,
    )
  })
})
