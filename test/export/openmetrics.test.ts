import { expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { writeOpenMetrics } from '../../shared/export/openmetrics.ts'
import { evidenceWith, meter, page, row, snapshot } from '../analyse/build.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { later } from '../../shared/time/instant.ts'
import { at } from '../time/given.ts'

it('counts minutes, and has one sample for each moment of a series, in the order of time', () => {
  const failed = { status: 429, outcome: 'failure' } as const
  const evidence = mergeEvidence(
    evidenceWith(
      page([
        row('2026-03-02T15:02:10Z', failed),
        row('2026-03-02T15:00:58Z', failed),
        row('2026-03-02T15:00:02Z', failed),
        row('2026-03-02T14:59:59Z'),
        row('2026-03-02T15:04:00Z'),
        row('2026-03-02 15:04:00'),
      ]),
      { snapshots: [snapshot('2026-03-02T15:01:30Z', [meter('5h', 34, null)])] },
    ),
  )
  const report = reportFrom(evidence, {
    now: at('2026-03-02T16:00:00Z'),
    zone: 'unknown',
    rules: DEFAULT_RULES,
  })
  const text = writeOpenMetrics(report, evidence, 'a "b"\\\n')
  const samples = text.split('\n').filter((line) => !line.startsWith('#') && line !== '')
  const of = (name: string) =>
    samples
      .filter((line) => line.startsWith(`quotascope_${name}{`))
      .map((line) => line.replace(/^.*?"a \\"b\\"\\\\\\n"/, ''))
  const minute = at('2026-03-02T15:00:00Z') / 1000
  expect(of('requests')).toEqual([
    `,outcome="failure"} 2 ${minute}`,
    `,outcome="failure"} 1 ${minute + 120}`,
    `,outcome="success"} 1 ${minute - 60}`,
    `,outcome="success"} 1 ${minute + 240}`,
  ])
  expect(of('refusals')).toEqual([`,status="429"} 2 ${minute}`, `,status="429"} 1 ${minute + 120}`])
  expect(of('used_percent')).toEqual([`,window="5h",encoding="count"} 34 ${minute + 90}`])
  expect(of('blocked').length).toBe(4)
  expect(of('observed').length).toBe(6)
  expect(text.endsWith('\n# EOF\n')).toBe(true)
})

it('has no minute that was not yet, nor one before there was anything to limit, whatever a bundle says', () => {
  const refused = (first: string, last: string) => {
    const evidence = evidenceWith(
      page([row(first, { status: 429, outcome: 'failure' }), row(last, { status: 429, outcome: 'failure' })]),
    )
    const now = at('2026-03-02T16:00:00Z')
    const report = reportFrom(evidence, { now, zone: 'unknown', rules: DEFAULT_RULES })
    const incidents = report.incidents.map((incident) => ({
      ...incident,
      parts: incident.parts.slice(0, 1).map((part) => ({ ...part, span: { from: at(first), to: at(last) } })),
    }))
    return writeOpenMetrics({ ...report, incidents: incidents.slice(0, 1) }, evidence, 'me')
      .split('\n')
      .filter((line) => line.startsWith('quotascope_blocked{'))
  }
  expect(refused('2026-03-02T15:58:00Z', '9999-12-31T00:00:00Z')).toHaveLength(2)
  expect(refused('0001-01-01T00:00:00Z', '2020-01-01T00:03:00Z')).toHaveLength(3)
})

it('has each minute once, however the spans lie that it is in', () => {
  const evidence = evidenceWith(page([row('2026-03-02T15:00:00Z')]))
  const now = at('2026-03-02T16:00:00Z')
  const report = reportFrom(evidence, { now, zone: 'unknown', rules: DEFAULT_RULES })
  const minute = (n: number) => later(at('2026-03-02T15:00:00Z'), n * MINUTE)
  const spans = [
    [5.5, 5.6], // the minute that it begins in
    [1, 4],
    [2, 3], // inside
    [3.5, 5], // begins inside
    [5.7, 6.2],
    [58.5, 99], // not yet over
    [61, 62], // to come
  ] as const
  const observed = spans.map(([from, to]) => ({ from: minute(from), to: minute(to) }))
  const text = writeOpenMetrics({ ...report, coverage: { observed, holes: [] } }, evidence, 'me')
  const minutes = [...text.matchAll(/^quotascope_observed\{.*\} 1 (\d+)$/gm)].map(
    ([, seconds]) => (Number(seconds) * 1000 - minute(0)) / MINUTE,
  )
  expect(minutes).toEqual([1, 2, 3, 4, 5, 6, 58, 59])
})
