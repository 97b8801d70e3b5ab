import { describe, expect, it } from 'vitest'
import { analyse, reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { recordId } from '../../shared/evidence/kinds/usage-record.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { maskEvidence } from '../../shared/export/mask-evidence.ts'
import { maskKeyOf } from '../../shared/export/mask-key.ts'
import { maskAnalysis } from '../../shared/export/mask-report.ts'
import { writeReportJson } from '../../shared/export/report-json.ts'
import { at } from '../time/given.ts'
import { PLANTED, telltaleEvidence } from './some-evidence.ts'

const evidence = telltaleEvidence()
const key = new Uint8Array(32).fill(7)
const other = new Uint8Array(32).fill(8)
const analysis = analyse(evidence, {
  now: at('2026-03-09T00:00:00Z'),
  zone: 'unknown',
  rules: DEFAULT_RULES,
})
const { report } = analysis
const secrets = [/planted/i, /bef2fd2b/i, /anna/i, /安娜/, /secret/, /example\.org/]

const everyId = (text: string) => new Set(text.match(/\b[a-z]+:[0-9a-f]{32}\b/g))

describe('masked evidence', () => {
  const masked = maskEvidence(evidence, key)
  const text = JSON.stringify(masked.evidence)

  it.each(secrets)('does not hold %s', (secret) => {
    expect(JSON.stringify(evidence)).toMatch(secret)
    expect(text).not.toMatch(secret)
  })

  it('has none of the ids, and all references still lead somewhere', () => {
    const before = everyId(JSON.stringify(evidence))
    const after = everyId(text)
    expect([...after].filter((id) => before.has(id))).toEqual([])
    expect(after.size).toBe(before.size)
  })

  it('keeps the rule by which the id of a row follows from its request id', () => {
    const rows = masked.evidence.records.filter(({ requestId }) => requestId !== null)
    expect(rows).toHaveLength(1)
    expect(rows.map((row) => recordId(row, 0))).toEqual(rows.map(({ id }) => id))
    expect(rows[0]?.requestId).toMatch(/^masked-[0-9a-f]{16}$/)
  })

  it('keeps what the verdicts rest on', () => {
    const about = { now: report.now, zone: report.zone, rules: DEFAULT_RULES }
    const verdicts = (from: typeof report) =>
      from.incidents.map((incident) => incident.verdicts.map(({ cause, verdict }) => [cause, verdict]))
    expect(verdicts(reportFrom(masked.evidence, about))).toEqual(verdicts(report))
  })

  it('says how much was masked', () => {
    expect(masked.counts).toEqual({ requestIds: 1, keyNames: 2, deviceNames: 1, inputNames: 2 })
  })
})

it('the same key masks the same, another key shares nothing', () => {
  const text = (by: Uint8Array) => JSON.stringify(maskEvidence(evidence, by).evidence)
  expect(text(key)).toBe(text(key))
  expect([...everyId(text(key))].filter((id) => everyId(text(other)).has(id))).toEqual([])
})

it('a key made from the evidence follows from it alone', () => {
  expect(maskKeyOf(telltaleEvidence())).toEqual(maskKeyOf(telltaleEvidence()))
  expect(maskKeyOf({ ...evidence, records: evidence.records.slice(1) })).not.toEqual(maskKeyOf(evidence))
})

describe('a masked report', () => {
  const masked = maskEvidence(evidence, key)
  const claimed = {
    ...report,
    claims: [{ text: PLANTED.note, verdict: 'undecidable', facts: [], byOffset: null }],
  } as const
  const whole = maskAnalysis({ ...analysis, report: claimed }, masked)
  const shown = whole.report

  it.each(secrets)('does not hold %s', (secret) => {
    expect(writeReportJson(whole, { language: 'en' })).not.toMatch(secret)
    expect(JSON.stringify(shown)).not.toMatch(secret)
  })

  it('has none of the ids of the evidence', () => {
    const before = everyId(JSON.stringify([evidence, report]))
    expect([...everyId(JSON.stringify(shown))].filter((id) => before.has(id))).toEqual([])
  })

  it('refers to the masked evidence', () => {
    const ids = everyId(
      writeBundle(masked.evidence, { writtenAt: report.now, zone: 'unknown', masking: 'done' }),
    )
    const refs = shown.incidents.flatMap(({ verdicts }) =>
      verdicts.flatMap(({ facts }) => facts.flatMap((f) => f.refs)),
    )
    expect(refs.length).toBeGreaterThan(5)
    expect(refs.filter((ref) => !ids.has(ref))).toEqual([])
  })

  it('has the same verdicts and sentences but for what is masked', () => {
    const verdicts = (from: typeof report) =>
      from.incidents.flatMap((incident) =>
        incident.verdicts.map(({ cause, verdict }) => `${cause} ${verdict}`),
      )
    expect(verdicts(shown)).toEqual(verdicts(report))
  })
})

describe('names in notes', () => {
  const withNote = (text: string) => ({
    ...evidence,
    marks: evidence.marks.map((mark) => ({ ...mark, text })),
    records: evidence.records.map((row) =>
      row.source.kind === 'api_key' ? { ...row, source: { ...row.source, name: 'a' } } : row,
    ),
  })

  it.each([
    ['a call with a as key', 'key-1 call with key-1 as key'],
    [`用${PLANTED.deviceName}登录`, '用device-1登录'],
  ])('are replaced as words: %s', (note, shown) => {
    expect(maskEvidence(withNote(note), key).evidence.marks[0]?.text).toBe(shown)
  })
})
