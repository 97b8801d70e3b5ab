import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { startAnalyst } from '../../shared/analyse/analyst.ts'
import type { Report } from '../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import type { UsageRecord } from '../../shared/evidence/usage-record.ts'
import { writeInstant } from '../../shared/time/instant.ts'
import { at } from '../time/given.ts'
import { evidenceWith, meter, page, row, snapshot, zoneNamed } from './build.ts'

// Clocks in Berlin were put back at 03:00 (01:00 UTC) on 25 October 2026: 02:00 to 03:00 came twice.
const BERLIN = { zone: zoneNamed('Europe/Berlin'), now: at('2026-10-25T12:00:00Z'), rules: DEFAULT_RULES }
const inBerlin = (clock: string, details: Partial<UsageRecord> = {}) =>
  row(`2026-10-25 ${clock}`, details, 'Europe/Berlin')
const refused = (clock: string) => inBerlin(clock, { outcome: 'failure', statusText: 'Failed' })

const incidentsOf = ({ incidents }: Report) =>
  incidents.map(({ block: { span, within } }) =>
    [span && `${writeInstant(span.from).slice(11, 16)} ${writeInstant(span.to).slice(11, 16)}`, within].join(
      ' ',
    ),
  )

const LOW = snapshot('2026-10-25T01:30:00Z', [meter('5h', 20, '2026-10-25T04:00:00Z')])

describe('what lies in an hour that came twice, and nothing tells in which of the two', () => {
  it.each([
    ['refusals, and work after them', ['02:10:00 ✗', '02:20:00 ✗', '02:30:00 ok'], '00:10 01:20 true'],
    ['refusals far apart', ['02:10:00 ✗', '02:50:00 ✗', '03:30:00 ok'], '00:10 01:50 true'],
    ['work, and refusals before both', ['01:50:00 ✗', '02:30:00 ok'], '23:50 23:50 false'],
    ['refusals of a known hour', ['04:00:00 ✗', '04:10:00 ok'], '03:00 03:10 false'],
    ['the same beside work of that hour', ['02:10:00 ok', '04:00:00 ✗', '04:10:00 ok'], '03:00 03:10 false'],
  ])('%s', (_, rows, expected) => {
    const records = rows.map((text) =>
      text.endsWith('ok') ? inBerlin(text.slice(0, 8)) : refused(text.slice(0, 8)),
    )
    const report = analyse(evidenceWith(page(records)), BERLIN)
    expect(incidentsOf(report)).toEqual([expected])
  })

  it('is held against no reading that one of the two would be after', () => {
    const judged = (records: readonly UsageRecord[]) =>
      analyse({ ...evidenceWith(page(records)), snapshots: [LOW] }, BERLIN).incidents[0]?.verdicts[0]?.verdict
    // 00:10 UTC, before the reading, or 01:10, before it as well; 02:40 is 00:40 or 01:40
    expect(judged([refused('02:10:00'), inBerlin('02:12:00')])).toBe('contradicted')
    expect(judged([refused('02:40:00'), inBerlin('02:42:00')])).toBe('undecidable')
  })

  it('says on what all that is said of it rests', () => {
    const { incidents } = analyse(evidenceWith(page([refused('02:10:00'), inBerlin('02:12:00')])), BERLIN)
    expect(incidents[0]?.verdicts.map(({ facts }) => facts[0]?.rule)).toEqual(
      Array.from({ length: 7 }, () => 'premise_hour_twice'),
    )
  })

  it('is the same in an analysis that is kept up', () => {
    const clock = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 59 }), fc.boolean())
      .map(([hour, minute, ok]) => {
        const time = `0${hour}:${String(minute).padStart(2, '0')}:00`
        return ok ? inBerlin(time) : refused(time)
      })
    const pages = fc.array(fc.array(clock, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(pages, (all) => {
        const analyst = startAnalyst(NO_EVIDENCE, BERLIN, BERLIN.now)
        let sofar: Evidence = NO_EVIDENCE
        for (const rows of all) {
          const step = evidenceWith(page(rows))
          analyst.add(step)
          sofar = mergeEvidence(sofar, step)
          expect(analyst.report(BERLIN.now)).toEqual(analyse(sofar, BERLIN))
        }
      }),
      { numRuns: 100 },
    )
  })
})
