import { describe, expect, it } from 'vitest'
import { joinZonelessCopies } from '../../../shared/analyse/clocks/zoneless-copies.ts'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { startAnalyst } from '../../../shared/analyse/analyst.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, page, row, zoneNamed } from '../build.ts'

const SHANGHAI = 'Asia/Shanghai'
const WALL = '2026/03/02 10:00:01'
const SECOND_IN_UTC = '2026-03-02T02:00:01Z'
const zoneless = row(WALL)
const dated = row(WALL, {}, SHANGHAI)

describe('a zone-less copy of a dated row', () => {
  it.each([
    ['pasted again with a zone', [zoneless, dated], SHANGHAI, [dated.id]],
    ['captured by the extension', [zoneless, row(SECOND_IN_UTC, { requestId: 'r' })], SHANGHAI, ['r']],
    ['of another client', [zoneless, row(WALL, { userAgent: 'Qoder/1.0' }, SHANGHAI)], SHANGHAI, 2],
    ['while the zone is not known', [zoneless, dated], 'unknown', 2],
    ['that another zone was said of', [zoneless, row(WALL, {}, 'Europe/Berlin')], SHANGHAI, 2],
    ['one of two requests in a second', [zoneless, dated, { ...zoneless, id: 'second' }], SHANGHAI, 2],
    ['that was refused, of a served one', [row(WALL, { outcome: 'failure' }), dated], SHANGHAI, 2],
    ['alone', [zoneless], SHANGHAI, 1],
    [
      'in an hour that came twice',
      [row('2026/10/25 02:30:00'), row('2026-10-25T00:30:00Z')],
      'Europe/Berlin',
      2,
    ],
  ])('%s', (_, rows, zone, expected) => {
    const { rows: kept } = joinZonelessCopies(rows, zoneNamed(zone))
    if (typeof expected === 'number') expect(kept).toHaveLength(expected)
    else expect(kept.map(({ id, requestId }) => requestId ?? id)).toEqual(expected)
  })

  it('says what the dated row leaves out, and counts once, whichever comes first', () => {
    const failed = { outcome: 'failure', statusText: 'Failed' } as const
    const captured = evidenceWith(
      page([row(SECOND_IN_UTC, { requestId: 'r', outcome: 'unknown', statusText: null })]),
    )
    const pasted = evidenceWith(page([row(WALL, failed)]))
    const options = { zone: zoneNamed(SHANGHAI), rules: DEFAULT_RULES }
    const now = at('2026-03-03T00:00:00Z')
    for (const [first, second] of [
      [captured, pasted],
      [pasted, captured],
    ] as const) {
      const analyst = startAnalyst(first, options, now)
      analyst.add(second)
      const { derived, report } = analyst.analysis(mergeEvidence(first, second), now)
      expect(report.counts.records).toBe(1)
      expect(derived.digest.utc.refusals).toHaveLength(1)
    }
  })

  it('is a request of its own again when the dated row proves to be of another client', () => {
    const options = { zone: zoneNamed(SHANGHAI), rules: DEFAULT_RULES }
    const now = at('2026-03-03T00:00:00Z')
    const known = evidenceWith(page([zoneless, row(SECOND_IN_UTC, { requestId: 'r' })]))
    const again = evidenceWith(page([row(SECOND_IN_UTC, { requestId: 'r', userAgent: 'ClaudeCode/2.0' })]))
    const analyst = startAnalyst(known, options, now)
    expect(analyst.report(now).counts.records).toBe(1)
    analyst.add(again)
    expect(analyst.report(now)).toEqual(reportFrom(mergeEvidence(known, again), { ...options, now }))
    expect(analyst.report(now).counts.records).toBe(2)
  })
})
