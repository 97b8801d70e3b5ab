import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { clockOffset } from '../../../shared/analyse/clocks/clock-offset.ts'
import { logsIn } from '../../../shared/analyse/logs/log-events.ts'
import { framesOf } from '../../../shared/analyse/clocks/placed-records.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, loggedCall, meter, page, refusal, row, snapshot } from '../build.ts'

const NOON = at('2026-06-02T12:00:00Z')
const clock = (seconds: number, ahead = 0) => writeInstant(later(NOON, seconds * SECOND + ahead))

// When requests were made, in seconds from noon: not like clockwork.
const SERVED = [-3000, -2800, -2730, -2400, -2270, -1900, -1745, -1320, -900, -610, -333, -47]
const REFUSED = [0, 19, 130, 300, 477, 800, 1111, 1400, 1777, 2345]
const BACK = [3001, 3100, 3333, 3900, 4800]

const succeeded = [...SERVED, ...BACK]
const okRows = succeeded.map((second) => row(clock(second)))
const failedRows = REFUSED.map((second) => row(clock(second), { outcome: 'failure', status: 403 }))

const loggedCalls = (ahead: number) => succeeded.map((second) => loggedCall(clock(second, ahead)))
const loggedTexts = (ahead: number, named: Parameters<typeof refusal>[0] = 'window_5h') =>
  REFUSED.map((second) => refusal(named, clock(second, ahead), { status: 403 }))

const looked = later(NOON, 2 * HOUR)
const whole = page([...okRows, ...failedRows], looked)
const withoutRefused = page(okRows, looked)

const offsetIn = (evidence: Evidence) => {
  const [log] = logsIn(evidence, 'utc', UTC)
  return log ? clockOffset(log.events, framesOf(evidence.records, UTC).utc.records, DEFAULT_RULES) : null
}

describe('the offset of a log', () => {
  it.each([
    ['is right', 0],
    ['is a second off', SECOND],
    ['is ten minutes ahead', 10 * MINUTE],
    ['is three hours behind', -3 * HOUR],
    ['has a zone that was taken wrong', 14 * HOUR],
  ])('whose clock %s', (_, ahead) => {
    const offset = offsetIn(evidenceWith(whole, { errors: loggedTexts(ahead), calls: loggedCalls(ahead) }))
    expect(offset?.from).toBeLessThanOrEqual(ahead)
    expect(offset?.to).toBeGreaterThanOrEqual(ahead)
    expect((offset?.to ?? 0) - (offset?.from ?? 0)).toBeLessThanOrEqual(DEFAULT_RULES.logClock.spread)
    expect(offset?.pairs).toBe(succeeded.length + REFUSED.length)
  })

  const burst = Array.from({ length: 30 }, (_, index) => index * 100)
  const regular = Array.from({ length: 30 }, (_, index) => index * 60)
  it.each([
    ['four pairs', failedRows, loggedTexts(MINUTE).slice(0, 4), null],
    ['five pairs', failedRows, loggedTexts(MINUTE).slice(0, 5), 5],
    ['no rows of that outcome', okRows, loggedTexts(MINUTE), null],
    [
      'one burst, which might be any other',
      burst.map((ms) => row(writeInstant(later(NOON, ms)), { outcome: 'failure', requestId: `${ms}` })),
      burst.map((ms) => refusal('window_5h', writeInstant(later(NOON, HOUR + ms)))),
      null,
    ],
    [
      'requests like clockwork, which fit anywhere',
      regular.map((second) => row(clock(second), { outcome: 'failure' })),
      regular.map((second) => refusal('window_5h', clock(second, 5 * MINUTE))),
      null,
    ],
  ])('with %s', (_, rows, errors, pairs) => {
    expect(offsetIn(evidenceWith({ records: rows, errors }))?.pairs ?? null).toBe(pairs)
  })

  it('is told by the edge of the calls that the rows show', () => {
    const rows = succeeded.map((second, index) => row(clock(second - 60 - 10 * index)))
    const calls = succeeded.map((second, index) =>
      loggedCall(clock(second, 5 * MINUTE), { durationMs: (60 + 10 * index) * SECOND }),
    )
    expect(offsetIn(evidenceWith({ records: rows, calls }))).toMatchObject({
      edge: 'start',
      pairs: succeeded.length,
      to: 5 * MINUTE,
    })
  })
})

// The 5 h window ends at 12:50, with service back; the meter of the week stays low.
const FIVE = clock(3000)
const reading = (second: number, five: number) =>
  snapshot(clock(second), [meter('5h', five, FIVE), meter('7d', 20, '2026-06-08T00:00:00Z')])
const readings = { snapshots: [reading(-1000, 97), reading(600, 100), reading(2400, 100)] }

const reportOf = (...parts: readonly Partial<Evidence>[]) =>
  reportFrom(evidenceWith(...parts), { now: later(NOON, 12 * HOUR), zone: UTC, rules: DEFAULT_RULES })

const logOff = (ahead: number, named?: Parameters<typeof refusal>[0]) => ({
  errors: loggedTexts(ahead, named),
  calls: loggedCalls(ahead),
})

describe('a log whose clock is off', () => {
  it('is said to be, with requests that show it', () => {
    const { findings } = reportOf(whole, logOff(-10 * MINUTE))
    const [found, ...others] = findings.filter(({ kind }) => kind.startsWith('log_clock'))
    expect(others).toEqual([])
    expect(found).toMatchObject({ kind: 'log_clock_behind', values: { pairs: { value: 27 } } })
    expect(found?.refs).toHaveLength(10)
  })

  it.each([
    ['as far as is tolerated', 28 * SECOND, []],
    ['by more', 32 * SECOND, ['log_clock_ahead']],
  ])('%s', (_, ahead, kinds) => {
    const { findings } = reportOf(whole, logOff(ahead))
    expect(findings.map(({ kind }) => kind).filter((kind) => kind.startsWith('log_clock'))).toEqual(kinds)
  })

  it('tells of a refusal at the time of its row', () => {
    const { incidents } = reportOf(whole, readings, logOff(3 * HOUR))
    expect(incidents.map(({ block, leading }) => ({ ...block.span, grade: block.grade, leading }))).toEqual([
      { from: NOON, to: later(NOON, 3001 * SECOND), grade: 'error_text', leading: 'quota_5h' },
    ])
  })

  it('without a row for it only tells within which stretch it was', () => {
    const [incident, ...others] = reportOf(withoutRefused, readings, logOff(10 * MINUTE)).incidents
    expect(others).toEqual([])
    expect(incident?.block.within).toBe(true)
    expect(incident?.block.span?.from).toBeLessThanOrEqual(NOON)
    expect(incident?.block.span?.to).toBeGreaterThan(NOON + 2345 * SECOND)
    expect(incident?.verdicts.flatMap(({ facts }) => facts.map(({ rule }) => rule))).toContain(
      'premise_clock_off',
    )
  })

  it('rules out nothing by a meter that was low before the refusals need have been over', () => {
    const low = (second: number) => snapshot(clock(second), [meter('7d', 20, '2026-06-08T00:00:00Z')])
    const verdictAfter = (second: number) =>
      reportOf(
        withoutRefused,
        { snapshots: [low(second)] },
        logOff(10 * MINUTE, 'rate_or_concurrency'),
      ).incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_7d')?.verdict
    const end = 2345 + 2 * 600
    expect(verdictAfter(end)).toBe('undecidable')
    expect(verdictAfter(end + 150)).toBe('contradicted')
  })

  // with the rows of the refusals, and only with them, as many requests as the cap allows may have been in flight
  const capped = {
    snapshots: [snapshot(clock(-3000), [meter('5h', 50, FIVE)], { cap: 8 }), reading(3500, 0)],
  }
  it.each([
    ['and names the quota', 'window_5h', whole, readings],
    ['and names it, its refusals not in the history', 'window_5h', withoutRefused, readings],
    ['and names no limit', 'rate_or_concurrency', whole, capped],
    ['and names none, its refusals not in the history', 'rate_or_concurrency', withoutRefused, readings],
  ] as const)('%s, says the same of any cause as one that is right, or less', (_, named, rows, read) => {
    const judged = (ahead: number) =>
      reportOf(rows, read, logOff(ahead, named)).incidents.flatMap(({ verdicts }) =>
        verdicts
          .filter(({ verdict }) => verdict === 'supported' || verdict === 'contradicted')
          .map(({ cause, verdict }) => `${cause} ${verdict}`),
      )
    const right = new Set(judged(0))
    fc.assert(
      fc.property(fc.integer({ min: -25 * HOUR, max: 25 * HOUR }), (ahead) => {
        expect(judged(ahead).filter((said) => !right.has(said))).toEqual([])
      }),
      { numRuns: 60, examples: [[40 * SECOND], [-3 * MINUTE], [10 * MINUTE], [HOUR], [-5 * HOUR]] },
    )
  })
})

it('of a log beside one that is off nothing is known, so its times may be off by as much', () => {
  const half = (name: string) => ({ origins: [{ capture: `capture:${name}`, at: 'line 1' }] })
  const older = loggedCalls(3 * HOUR).map((call) => ({ ...call, ...half('older') }))
  const newer = loggedTexts(3 * HOUR).map((error) => ({ ...error, ...half('newer') }))
  const report = reportOf(withoutRefused, readings, { calls: older, errors: newer })
  expect(report.incidents.map(({ block, leading }) => [block.within, leading])).toEqual([[true, 'quota_5h']])
  expect(report.findings.filter(({ kind }) => kind === 'log_clock_ahead')).toHaveLength(1)
})

it('a right log leaves everything as it is stated', () => {
  const { incidents, findings } = reportOf(whole, logOff(0))
  expect(findings).toEqual([])
  expect(incidents.map(({ block }) => block.span)).toEqual([span(NOON, NOON + 3001 * SECOND)])
})
