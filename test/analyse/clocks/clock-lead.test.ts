import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { startAnalyst } from '../../../shared/analyse/analyst.ts'
import { carriedResets, clockLeads } from '../../../shared/analyse/clocks/clock-lead.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { NO_EVIDENCE } from '../../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot } from '../build.ts'

const NOON = at('2026-06-02T12:00:00Z')
const rowAt = (minute: number, failed = false) =>
  row(writeInstant(later(NOON, minute * MINUTE)), failed ? { outcome: 'failure', status: 403 } : {})
/** A page captured at a minute whose newest row is of another. */
const pageAt = (minute: number, newest: number) => page([rowAt(newest)], later(NOON, minute * MINUTE))

describe('a clock that dates captures is ahead', () => {
  it.each([
    [
      'by as much as the youngest row is old',
      [
        [15, 4],
        [20, 9],
        [25, 15],
      ],
      [10],
    ],
    [
      'not where a page of the day shows a row as it is made',
      [
        [15, 4],
        [20, 9],
        [25, 25],
      ],
      [],
    ],
    [
      'not within what a row takes to appear',
      [
        [15, 13],
        [20, 18],
        [25, 23],
      ],
      [],
    ],
    [
      'not where nothing was made in between',
      [
        [15, 4],
        [20, 4],
        [25, 4],
      ],
      [],
    ],
    [
      'not where work went on after a page was captured',
      [
        [15, 4],
        [30, 16],
        [45, 31],
      ],
      [],
    ],
    [
      'as any two pages show',
      [
        [15, 4],
        [20, 9],
      ],
      [11],
    ],
    ['not by one page', [[15, 4]], []],
  ] as const)('%s', (_, pages, leads) => {
    const captures = pages.flatMap(([minute, newest]) => pageAt(minute, newest).captures)
    for (const order of [captures, captures.toReversed()])
      expect(clockLeads(order, DEFAULT_RULES).map(({ lag }) => lag / MINUTE)).toEqual(leads)
  })

  it('and then a reading may be as much earlier as it was stated, and rules nothing out', () => {
    const rows = [rowAt(-5), ...[0, 4, 8, 12].map((minute) => rowAt(minute, true)), rowAt(40)]
    const readings = [7, 9].map((minute) =>
      snapshot(writeInstant(later(NOON, minute * MINUTE)), [
        meter('5h', 5, writeInstant(later(NOON, 2 * HOUR))),
      ]),
    )
    const verdictWith = (...pages: readonly ReturnType<typeof page>[]) =>
      reportFrom(evidenceWith(page(rows, later(NOON, 60 * MINUTE)), ...pages, { snapshots: readings }), {
        now: later(NOON, 3 * HOUR),
        zone: UTC,
        rules: DEFAULT_RULES,
      }).incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict
    expect(verdictWith()).toBe('contradicted')
    expect(verdictWith(pageAt(15, 4), pageAt(20, 9))).not.toBe('contradicted')
  })

  it('an analyst that goes on says the same as an analysis of all', () => {
    const step = fc.record({ minute: fc.integer({ min: 0, max: 60 }), age: fc.integer({ min: 0, max: 15 }) })
    const options = { zone: UTC, rules: DEFAULT_RULES }
    const now = later(NOON, 3 * HOUR)
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const start = evidenceWith(page([rowAt(-5), rowAt(0, true), rowAt(9)]), {
          snapshots: [snapshot(writeInstant(NOON), [meter('5h', 5, writeInstant(later(NOON, 2 * HOUR)))])],
        })
        const analyst = startAnalyst(start, options, now)
        let all = mergeEvidence(NO_EVIDENCE, start)
        for (const { minute, age } of steps) {
          const added = evidenceWith(pageAt(minute, minute - age))
          analyst.add(added)
          all = mergeEvidence(all, added)
          expect(analyst.report(now)).toEqual(reportFrom(all, { ...options, now }))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('readings that carry a reset which is past', () => {
  it('come in one order, whichever was read first', () => {
    const two = [50, 60].map((used) =>
      snapshot('2026-06-02T12:07:00Z', [meter('5h', used, '2026-06-02T12:00:00Z')]),
    )
    const carried = carriedResets(two, DEFAULT_RULES)
    expect(carried).toHaveLength(2)
    expect(carriedResets(two.toReversed(), DEFAULT_RULES)).toEqual(carried)
  })
})
