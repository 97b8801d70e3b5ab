import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { startAnalyst } from '../../../shared/analyse/analyst.ts'
import type { Report } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import type { UsageRecord } from '../../../shared/evidence/kinds/usage-record.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { formatWall } from '../../../shared/time/format.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot, zoneNamed } from '../build.ts'
import { reportOn } from '../judge/verdict-cases.ts'

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
    const report = reportFrom(evidenceWith(page(records)), BERLIN)
    expect(incidentsOf(report)).toEqual([expected])
  })

  it('is held against no reading that one of the two would be after', () => {
    const judged = (records: readonly UsageRecord[]) =>
      reportFrom({ ...evidenceWith(page(records)), snapshots: [LOW] }, BERLIN).incidents[0]?.verdicts[0]
        ?.verdict
    // 00:10 UTC, before the reading, or 01:10, before it as well; 02:40 is 00:40 or 01:40
    expect(judged([refused('02:10:00'), inBerlin('02:12:00')])).toBe('contradicted')
    expect(judged([refused('02:40:00'), inBerlin('02:42:00')])).toBe('undecidable')
  })

  it('says on what all that is said of it rests', () => {
    const { incidents } = reportFrom(evidenceWith(page([refused('02:10:00'), inBerlin('02:12:00')])), BERLIN)
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
          expect(analyst.report(BERLIN.now)).toEqual(reportFrom(sofar, BERLIN))
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('rows in their order tell which of the two hours is meant', () => {
  // a row each five minutes, by the wall: work, refused from five minutes before the change to twenty after it, work again
  const minutes = Array.from({ length: 25 }, (_, index) => (index - 12) * 5)
  it.each([
    ['Europe/Berlin', '2026-10-25T01:00:00Z'],
    ['Europe/London', '2026-10-25T01:00:00Z'],
    ['America/New_York', '2026-11-01T06:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
    ['America/Santiago', '2026-04-05T03:00:00Z'],
  ])('in %s, newest first or oldest first', async (name, changed) => {
    const zone = zoneNamed(name)
    if (zone === 'unknown') throw new Error(name)
    const lines = minutes.map((minute) => {
      const wall = formatWall(later(at(changed), minute * MINUTE), zone)
      return `Login Device KimiCLI/1.16.0 ${wall} ${minute >= -5 && minute <= 20 ? 'Failed' : 'Success'}`
    })
    const now = writeInstant(later(at(changed), 3 * HOUR))
    for (const rows of [lines.toReversed(), lines]) {
      const report = await reportOn(`rows.txt --zone ${name} --now ${now}`, { 'rows.txt': rows.join('\n') })
      expect(report.incidents.map(({ from, to }) => [from, to])).toEqual([
        [-5, 25].map((minute) => writeInstant(later(at(changed), minute * MINUTE))),
      ])
      expect(report.incidents[0]?.within).not.toBe(true)
    }
  })
})
