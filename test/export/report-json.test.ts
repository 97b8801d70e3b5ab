import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { reportJson, writeReportJson } from '../../shared/export/report-json.ts'
import { reportSchema, type ReportJson } from '../../shared/export/report-schema.ts'
import { z } from '../../shared/parse/zod.ts'
import { seedEvidence, zoneNamed } from '../analyse/build.ts'
import { at } from '../time/given.ts'

const analysisIn = (zone: string) =>
  analyse(seedEvidence(zone), {
    now: at('2026-03-09T00:00:00Z'),
    zone: zoneNamed(zone),
    rules: DEFAULT_RULES,
  })
const jsonIn = (zone: string): ReportJson => reportJson(analysisIn(zone), { language: 'en' })

const suspectedIn = (zone: string) => {
  const incident = jsonIn(zone).incidents.find(({ grade }) => grade === 'suspected')
  if (!incident) throw new Error('no suspected incident')
  return incident
}

const fiveHours = (zone: string) => suspectedIn(zone).verdicts.find(({ cause }) => cause === 'quota_5h')

it.each(['unknown', '+01:00', 'Europe/Berlin'])('fits its schema (%s)', (zone) => {
  const written: unknown = JSON.parse(writeReportJson(analysisIn(zone), { language: 'zh' }))
  expect(reportSchema.parse(written)).toEqual(written)
})

// `io: input` leaves room for additions: a reader must not refuse a report that says more than it knows.
it('is the schema that docs/report.schema.json publishes', async () => {
  const published = `${JSON.stringify(z.toJSONSchema(reportSchema, { io: 'input' }), null, 2)}\n`
  await expect(published).toMatchFileSnapshot('../../docs/report.schema.json')
})

describe('an incident', () => {
  it('has instants and local times when the zone is known', () => {
    expect(suspectedIn('+01:00')).toMatchObject({
      from: '2026-03-02T15:18:57Z',
      to: '2026-03-02T16:22:28Z',
      fromLocal: '2026-03-02T16:18:57',
      toLocal: '2026-03-02T17:22:28',
      within: false,
      leading: 'unknown',
    })
  })

  it('has only local times while the zone is unknown', () => {
    expect(suspectedIn('unknown')).toMatchObject({
      from: null,
      to: null,
      fromLocal: '2026-03-02T16:18:57',
      toLocal: '2026-03-02T17:22:28',
    })
  })

  it('has a table of offsets only while the zone is unknown', () => {
    expect(fiveHours('unknown')?.byOffset).toMatchObject({ '+02:00': 'consistent', '+01:00': 'contradicted' })
    expect(fiveHours('unknown')?.offsetsExcluded).toEqual([])
    expect(fiveHours('+01:00')).not.toHaveProperty('byOffset')
    expect(fiveHours('+01:00')).not.toHaveProperty('offsetsExcluded')
  })

  it('says for each fact whether it supports, with a sentence and its evidence', () => {
    const facts = fiveHours('+01:00')?.facts ?? []
    expect(facts.map(({ rule, supports }) => [rule, supports])).toContainEqual(['outlived_reset', false])
    expect(facts[0]).toMatchObject({ rule: 'premise_refused_throughout', supports: null })
    expect(facts.every(({ text }) => text.length > 20)).toBe(true)
    expect(facts[0]?.refs[0]).toMatch(/^record:[0-9a-f]{32}$/)
  })

  it('that is still open has no end', () => {
    const analysis = analysisIn('+01:00')
    const { report } = analysis
    const [first] = report.incidents
    if (!first) throw new Error('no incident')
    const open = { ...report, incidents: [{ ...first, block: { ...first.block, open: true } }] }
    const [json] = reportJson({ ...analysis, report: open }, { language: 'en' }).incidents
    expect(json).toMatchObject({ from: '2026-03-02T15:18:57Z', to: null, open: true })
    expect(json).not.toHaveProperty('toLocal')
  })
})
