import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { startAnalyst } from '../../../shared/analyse/analyst.ts'
import { clockLags, widenByLag, type ClockLag } from '../../../shared/analyse/clocks/clock-lag.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/time/duration.ts'
import { earlier, later, writeInstant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot } from '../build.ts'

const NOON = at('2026-06-02T12:00:00Z')
const rowAt = (moment: number, details: Parameters<typeof row>[1] = {}) =>
  row(writeInstant(later(NOON, moment)), details)

/** A page with one row of noon, captured so much later by the machine's clock. */
const captured = (after: number) => page([rowAt(0)], later(NOON, after))

describe('a clock', () => {
  it.each([
    ['that is right', 30 * SECOND, []],
    ['of the very second', 0, []],
    ['two seconds behind: rows are printed in whole seconds', -2 * SECOND, []],
    ['three minutes behind', -3 * MINUTE, [3 * MINUTE]],
  ])('%s', (_name, after, lags) => {
    expect(clockLags(captured(after).captures ?? [], DEFAULT_RULES).map(({ lag }) => lag)).toEqual(lags)
  })

  const lag = (moment: number, length: number): ClockLag => ({
    at: later(NOON, moment),
    lag: length,
    capture: `capture ${moment}`,
  })
  const stated = span(NOON, NOON + SECOND)
  it.each([
    ['no lag', [], 0],
    ['one that day', [lag(-HOUR, 3 * MINUTE)], 3 * MINUTE],
    ['the largest of that day', [lag(-HOUR, 3 * MINUTE), lag(HOUR, 5 * MINUTE)], 5 * MINUTE],
    ['one of last week', [lag(-7 * 24 * HOUR, 3 * MINUTE)], 0],
    ['one of next week', [lag(7 * 24 * HOUR, 3 * MINUTE)], 0],
  ])('with %s widens a time by it', (_name, lags, by) => {
    expect(widenByLag(stated, lags, DEFAULT_RULES)).toEqual(span(stated.from - by, stated.to + by))
  })
})

describe('a low meter during a block', () => {
  const failed = { outcome: 'failure', status: 429 } as const
  const block = [0, 4, 8, 12, 16, 20].map((minute) => rowAt(minute * MINUTE, failed))
  const rows = [rowAt(-MINUTE), ...block, rowAt(24 * MINUTE)]
  const reading = snapshot(writeInstant(later(NOON, 10 * MINUTE)), [
    meter('5h', 5, writeInstant(later(NOON, 2 * HOUR))),
  ])
  const judged = (capturedAfter: number) => {
    const evidence = evidenceWith(page(rows, later(NOON, capturedAfter)), { snapshots: [reading] })
    const report = reportFrom(evidence, { now: later(NOON, HOUR), zone: UTC, rules: DEFAULT_RULES })
    const quota = report.incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')
    return { report, verdict: quota?.verdict }
  }

  it('rules the quota out by a clock that is right', () => {
    const { report, verdict } = judged(30 * MINUTE)
    expect(verdict).toBe('contradicted')
    expect(report.findings.filter(({ kind }) => kind === 'clock_behind')).toEqual([])
  })

  it('rules nothing out by one that is six hours behind, and says that it is', () => {
    const { report, verdict } = judged(24 * MINUTE - 6 * HOUR)
    expect(verdict).not.toBe('contradicted')
    expect(report.findings.find(({ kind }) => kind === 'clock_behind')).toMatchObject({
      values: { by: { value: 6 * HOUR }, at: { value: earlier(later(NOON, 24 * MINUTE), 6 * HOUR) } },
    })
    expect(report.readings[0]?.span).toEqual(
      span(NOON + 10 * MINUTE - 6 * HOUR, NOON + 10 * MINUTE + 6 * HOUR + SECOND),
    )
  })
})

it('a page that shows the clock to be behind moves what was read before it, also in an analyst that goes on', () => {
  const reading = snapshot(writeInstant(NOON), [meter('5h', 5, writeInstant(later(NOON, HOUR)))])
  const known = evidenceWith(page([rowAt(-HOUR)], later(NOON, -MINUTE)), { snapshots: [reading] })
  const news = evidenceWith(page([rowAt(10 * MINUTE)], later(NOON, 5 * MINUTE)))
  const options = { zone: UTC, rules: DEFAULT_RULES }
  const now = later(NOON, HOUR)
  const analyst = startAnalyst(known, options, now)
  expect(analyst.report(now).readings[0]?.span).toEqual(span(NOON, NOON + SECOND))
  analyst.add(news)
  expect(analyst.report(now).readings[0]?.span).toEqual(span(NOON - 5 * MINUTE, NOON + 5 * MINUTE + SECOND))
  expect(analyst.report(now)).toEqual(reportFrom(mergeEvidence(known, news), { ...options, now }))
})

it.each([
  ['no further behind than that day before', 4 * MINUTE, true],
  ['further behind', 6 * MINUTE, false],
])('a page that shows the clock %s leaves all readings as they were, or not', (_, lag, stays) => {
  const pageAt = (moment: number, behind: number) => page([rowAt(moment)], later(NOON, moment - behind))
  const reading = snapshot(writeInstant(NOON), [meter('5h', 5, writeInstant(later(NOON, HOUR)))])
  const known = evidenceWith(pageAt(-HOUR, 5 * MINUTE), { snapshots: [reading] })
  const analyst = startAnalyst(known, { zone: UTC, rules: DEFAULT_RULES }, later(NOON, HOUR))
  const before = analyst.report(later(NOON, HOUR)).readings
  analyst.add(evidenceWith(pageAt(10 * MINUTE, lag)))
  const after = analyst.report(later(NOON, HOUR)).readings
  // the very same: nothing was looked at again
  expect(after === before).toBe(stays)
})
