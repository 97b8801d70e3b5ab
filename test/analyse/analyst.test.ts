import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { startAnalyst } from '../../shared/analyse/analyst.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { later, writeInstant } from '../../shared/time/instant.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { at } from '../time/given.ts'
import { evidenceWith, meter, page, refusal, row, seedEvidence, snapshot, zoneNamed } from './build.ts'

const start = at('2026-06-02T10:00:00Z')
const clock = (minutes: number) => writeInstant(later(start, minutes * MINUTE))

/** What may arrive: pages that overlap or not, with and without request ids, refusals, readings, an error text. */
const rowAt = fc
  .record({
    minute: fc.integer({ min: 0, max: 900 }), // past midnight
    ok: fc.boolean(),
    named: fc.boolean(),
    client: fc.constantFrom('KimiCLI/1.16.0', 'KimiCLI/1.17.0', 'Qoder/1.0'),
  })
  .map(({ minute, ok, named, client }) =>
    row(clock(minute), {
      requestId: named ? `request-${minute}` : null,
      userAgent: client,
      outcome: ok ? 'success' : 'failure',
      status: ok ? 200 : 429,
    }),
  )
const pages = fc
  .record({
    rows: fc.array(rowAt, { minLength: 1, maxLength: 12 }),
    seen: fc.option(fc.integer({ min: 900, max: 1000 })),
  })
  .map(({ rows, seen }) =>
    evidenceWith(
      page(
        mergeEvidence(evidenceWith({ records: rows })).records,
        seen === null ? null : later(start, seen * MINUTE),
      ),
    ),
  )
const readings = fc
  .record({ minute: fc.integer({ min: 0, max: 290 }), used: fc.integer({ min: 0, max: 100 }) })
  .map(({ minute, used }) =>
    evidenceWith({
      snapshots: [snapshot(clock(minute), [meter('5h', used, clock(300)), meter('7d', 20, clock(2000))])],
    }),
  )
const texts = fc
  .integer({ min: 0, max: 900 })
  .map((minute) => evidenceWith({ errors: [refusal('rate_or_concurrency', clock(minute))] }))
const arrivals = fc.array(fc.oneof({ weight: 6, arbitrary: pages }, readings, texts), {
  minLength: 1,
  maxLength: 8,
})

const zone = zoneNamed('UTC')
const now = later(start, 1100 * MINUTE)

describe('an analyst', () => {
  it('says after each arrival what an analysis of all of it says', () => {
    fc.assert(
      fc.property(arrivals, (steps) => {
        const analyst = startAnalyst(NO_EVIDENCE, { zone, rules: DEFAULT_RULES }, now)
        let sofar: Evidence = NO_EVIDENCE
        for (const step of steps) {
          analyst.add(step)
          sofar = mergeEvidence(sofar, step)
          expect(analyst.report(now)).toEqual(analyse(sofar, { now, zone, rules: DEFAULT_RULES }))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('keeps up with zone-less rows, undated readings and the clock', () => {
    const unknown = zoneNamed('unknown')
    const analyst = startAnalyst(
      seedEvidence(),
      { zone: unknown, rules: DEFAULT_RULES },
      at('2026-03-07T12:00:00Z'),
    )
    analyst.add(evidenceWith(page([row('2026/03/02 17:26:00'), row('2026/03/02 17:25:14')])))
    for (const moment of ['2026-03-07T12:00:00Z', '2026-03-09T00:00:00Z']) {
      const all = mergeEvidence(
        seedEvidence(),
        evidenceWith(page([row('2026/03/02 17:26:00'), row('2026/03/02 17:25:14')])),
      )
      expect(analyst.report(at(moment))).toEqual(
        analyse(all, { now: at(moment), zone: unknown, rules: DEFAULT_RULES }),
      )
    }
  })

  it('is not impressed by the same page twice', () => {
    const seed = seedEvidence('+01:00')
    const analyst = startAnalyst(seed, { zone, rules: DEFAULT_RULES }, now)
    const before = analyst.report(now)
    analyst.add({ ...NO_EVIDENCE, records: seed.records, captures: seed.captures })
    expect(analyst.report(now)).toEqual(before)
  })
})
