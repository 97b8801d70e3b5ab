import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { startAnalyst } from '../../shared/analyse/analyst.ts'
import type { Report } from '../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { later } from '../../shared/time/instant.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { at } from '../time/given.ts'
import { start } from './logs/arrivals.ts'
import { evidenceWith, meter, page, row, seedEvidence, snapshot, zoneNamed } from './build.ts'

const zone = zoneNamed('UTC')
const now = later(start, 1100 * MINUTE)

describe('an analyst', () => {
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
        reportFrom(all, { now: at(moment), zone: unknown, rules: DEFAULT_RULES }),
      )
    }
  })

  it.each([
    ['in flight with a refusal', 'success', '10:20'],
    ['in flight with a refusal, or not', 'success', '10:44'],
    ['a refusal that makes the block begin earlier', 'failure', '10:20'],
    ['too far away to matter', 'success', '09:00'],
  ] as const)('judges a block anew when a row comes late: %s', (_, outcome, time) => {
    const rowOf = (clock: string, how: 'success' | 'failure') =>
      row(`2026-06-02T${clock}:00Z`, { outcome: how, status: how === 'success' ? 200 : 429 })
    const around = [rowOf('08:00', 'success'), rowOf('11:00', 'success')]
    const known = evidenceWith(page([...around, rowOf('10:30', 'failure'), rowOf('10:31', 'success')]), {
      snapshots: [snapshot('2026-06-02T10:00:00Z', [], { cap: 5 })],
    })
    const late = evidenceWith(page([rowOf(time, outcome)]))
    const analyst = startAnalyst(known, { zone, rules: DEFAULT_RULES }, now)
    const [before] = analyst.report(now).incidents
    analyst.add(late)
    const after = analyst.report(now)
    expect(after).toEqual(reportFrom(mergeEvidence(known, late), { now, zone, rules: DEFAULT_RULES }))
    if (time === '09:00') expect(after.incidents[0]).toBe(before)
    else expect(after.incidents[0]).not.toEqual(before)
  })

  it('judges a block anew when a page shows what came before it while the meter was full', () => {
    const full = ['08:00', '12:05'].map((clock) =>
      snapshot(`2026-06-02T${clock}:00Z`, [meter('7d', 100, '2026-06-08T00:00:00Z')]),
    )
    const failed = (clock: string, status: number) =>
      row(`2026-06-02T${clock}:00Z`, { outcome: 'failure', status })
    const wrong = failed('11:40', 404) // neither a refusal nor a success
    const back = row('2026-06-08T00:01:00Z')
    const known = evidenceWith(page([wrong, failed('12:00', 429), back]), { snapshots: full })
    const earlier = evidenceWith(page([row('2026-06-02T07:59:00Z'), wrong]))
    const analyst = startAnalyst(known, { zone, rules: DEFAULT_RULES }, now)
    expect(analyst.report(now).incidents[0]?.leading).toBe('unknown')
    analyst.add(earlier)
    const all = reportFrom(mergeEvidence(known, earlier), { now, zone, rules: DEFAULT_RULES })
    expect(all.incidents[0]?.leading).toBe('quota_7d')
    expect(analyst.report(now)).toEqual(all)
  })

  it.each([
    ['were served before, and the meter reads 0', 0, [0, 0], ['11', 30], 'undecidable'],
    ['were served before, and used more than it reads', 40, [0.4, 4.4], ['11', 50], 'undecidable'],
    ['tell what a request uses', 50, [0.4, 4.4], ['13', 40], 'undecidable'],
    ['are too few to tell', 40, [0.4, 4.4], ['11', 29], 'contradicted'],
  ] as const)(
    'judges a block anew when a page shows requests that %s',
    (_, known, shares, [hour, count], word) => {
      const time = (clock: string) => `2026-06-02T${clock}:00Z`
      const served = (within: string, of: number) =>
        Array.from({ length: of }, (__, index) =>
          row(time(`${within}:${String(index).padStart(2, '0')}`), { requestId: `${within} ${index}` }),
        )
      const failed = ['12:00', '12:10'].map((clock) => row(time(clock), { outcome: 'failure', status: 403 }))
      const read = ['12:40', '14:00'].map((clock, index) =>
        snapshot(time(clock), [meter('5h', shares[index] ?? 0, time('15:00'), { resolution: 0.01 })]),
      )
      const before = evidenceWith(
        page(
          [...failed, row(time('12:12')), ...served(hour === '11' ? '13' : '11', known)],
          at(time('14:30')),
        ),
        { snapshots: read },
      )
      const late = evidenceWith(page(served(hour, count)))
      const analyst = startAnalyst(before, { zone, rules: DEFAULT_RULES }, now)
      const wordOf = ({ incidents }: Report) =>
        incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict
      expect(wordOf(analyst.report(now))).toBe('contradicted')
      analyst.add(late)
      const all = reportFrom(mergeEvidence(before, late), { now, zone, rules: DEFAULT_RULES })
      expect(wordOf(all)).toBe(word)
      expect(analyst.report(now)).toEqual(all)
    },
  )

  it('sees a hole open inside a block when a page comes that does not join', () => {
    const back = row('2026-06-02T10:40:00Z')
    const known = evidenceWith(page([row('2026-06-02T10:00:00Z', { outcome: 'failure' })]), {
      records: [back],
    })
    const apart = evidenceWith(page([row('2026-06-02T15:00:00Z')]))
    const analyst = startAnalyst(known, { zone, rules: DEFAULT_RULES }, now)
    expect(analyst.report(now).incidents[0]?.coverage.holes).toEqual([])
    analyst.add(apart)
    const [incident] = analyst.report(now).incidents
    expect(incident?.coverage.holes).toHaveLength(1)
    expect(incident).toEqual(
      reportFrom(mergeEvidence(known, apart), { now, zone, rules: DEFAULT_RULES }).incidents[0],
    )
  })

  it('is not impressed by the same page twice', () => {
    const seed = seedEvidence('+01:00')
    const analyst = startAnalyst(seed, { zone, rules: DEFAULT_RULES }, now)
    const before = analyst.report(now)
    analyst.add({ ...NO_EVIDENCE, records: seed.records, captures: seed.captures })
    expect(analyst.report(now)).toEqual(before)
  })
})
