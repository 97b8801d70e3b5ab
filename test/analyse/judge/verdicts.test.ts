import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import type { Cause, Incident } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// The 5 h window of these tests runs from 10:00 to 15:00, the week from 1 to 8 June.
const FIVE = '2026-06-02T15:00:00Z'
const WEEK = '2026-06-08T00:00:00Z'
const today = (clock: string) => `2026-06-02T${clock}Z`

const read = (clock: string, five: number, week: number, details = {}) =>
  snapshot(today(clock), [meter('5h', five, FIVE), meter('7d', week, WEEK)], details)

const failed = (clock: string, status = 403) =>
  row(today(clock), { outcome: 'failure', status, statusText: null })
const ok = (clock: string) => row(today(clock))

const report = (...parts: readonly Partial<Evidence>[]) =>
  reportFrom(evidenceWith(...parts), {
    now: at('2026-06-02T23:00:00Z'),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })

function only(incidents: readonly Incident[]): Incident {
  const [incident, ...others] = incidents
  if (!incident || others.length > 0) throw new Error(`${incidents.length} incidents`)
  return incident
}

const verdictsOf = (incident: Incident, ...causes: readonly Cause[]) =>
  causes.map((cause) => incident.verdicts.find((each) => each.cause === cause)?.verdict)

describe('error texts', () => {
  it.each([
    ['window_5h', 'quota_5h'],
    ['window_7d', 'quota_7d'],
    ['window_month', 'quota_month'],
    ['concurrency', 'concurrency'],
    ['overloaded', 'platform'],
    ['auth', 'account'],
  ] as const)('%s supports %s, and that leads', (errorClass, cause) => {
    const incident = only(
      report(page([ok('11:00:00'), ok('13:00:00')]), { errors: [refusal(errorClass, today('12:00:00'))] })
        .incidents,
    )
    expect(verdictsOf(incident, cause)).toEqual(['supported'])
    expect(incident.leading).toBe(cause)
    expect(incident.block.grade).toBe('error_text')
  })

  it('"too many requests" decides nothing between concurrency and rate, and supports nothing', () => {
    const incident = only(report({ errors: [refusal('rate_or_concurrency', today('12:00:00'))] }).incidents)
    expect(verdictsOf(incident, 'concurrency', 'request_rate', 'platform', 'account', 'quota_5h')).toEqual([
      'consistent',
      'consistent',
      'undecidable',
      'undecidable',
      'undecidable',
    ])
    expect(incident.leading).toBe('unknown')
  })

  it('402 "unable to verify" may be the account or the platform', () => {
    const incident = only(
      report({ errors: [refusal('account', today('12:00:00'), { status: 402 })] }).incidents,
    )
    expect(verdictsOf(incident, 'account', 'platform')).toEqual(['consistent', 'consistent'])
  })

  it('one overload among many throttles does not make the block an outage', () => {
    const throttles = ['12:00:01', '12:00:02', '12:00:03'].map((clock) =>
      refusal('rate_or_concurrency', today(clock)),
    )
    const incident = only(
      report({ errors: [...throttles, refusal('overloaded', today('12:00:04'))] }).incidents,
    )
    expect(incident.leading).toBe('unknown')
    expect(verdictsOf(incident, 'platform')).not.toContain('supported')
  })

  it('a limit named by the text while its meter stands low is a disagreement, not a verdict', () => {
    const found = report({
      errors: [refusal('window_5h', today('12:00:00'))],
      snapshots: [read('12:30:00', 3, 10)],
    })
    expect(verdictsOf(only(found.incidents), 'quota_5h')).toEqual(['undecidable'])
    expect(found.findings.map(({ kind }) => kind)).toContain('text_and_meter_disagree')
  })
})

describe('meters', () => {
  const blocked = page([ok('11:00:00'), failed('12:00:00'), failed('12:10:00'), ok('15:01:00')])

  it('a full meter supports its window when service came back at its reset', () => {
    const incident = only(report(blocked, { snapshots: [read('12:20:00', 100, 40)] }).incidents)
    expect(verdictsOf(incident, 'quota_5h', 'quota_7d')).toEqual(['supported', 'contradicted'])
    expect(incident.leading).toBe('quota_5h')
  })

  it.each([
    [
      'an active wallet',
      'consistent',
      {
        wallet: {
          active: true,
          currency: null,
          leftCents: null,
          monthlyLimitCents: null,
          monthlyUsedCents: null,
        },
      },
    ],
    [
      'another encoding that disagrees',
      'undecidable',
      {
        meters: [
          meter('5h', 100, FIVE),
          meter('5h', 0, FIVE, { encoding: 'ratio', explicit: false }),
          meter('7d', 40, WEEK),
        ],
      },
    ],
  ] as const)('a full meter proves nothing with %s: %s', (_, verdict, details) => {
    const incident = only(report(blocked, { snapshots: [read('12:20:00', 100, 40, details)] }).incidents)
    expect(verdictsOf(incident, 'quota_5h')).toEqual([verdict])
    expect(incident.leading).toBe('unknown')
  })

  it('a full meter is contradicted by service that was back long before the reset', () => {
    const early = page([ok('11:00:00'), failed('12:00:00'), failed('12:10:00'), ok('12:40:00')])
    const incident = only(
      report(early, { snapshots: [read('12:20:00', 100, 40), read('12:50:00', 100, 40)] }).incidents,
    )
    expect(verdictsOf(incident, 'quota_5h')).not.toContain('supported')
  })

  it.each([
    // used, at, verdict on the 5 h window (the second refusal is at 12:10)
    [89, '12:30:00', 'contradicted'], // 89 ± 1 is at most 90
    [90, '12:30:00', 'undecidable'],
    [2, '12:05:00', 'undecidable'], // read only once, within what it may lag after the first refusal …
    [2, '12:05:01', 'contradicted'], // … and just past it
    [2, '11:59:00', 'undecidable'], // before the block: it may have risen since
  ] as const)('%i %% at %s leaves the 5 h window %s', (used, clock, verdict) => {
    const rows = page([ok('11:00:00'), failed('12:00:00'), failed('12:10:00')])
    const incident = only(report(rows, { snapshots: [read(clock, used, 95)] }).incidents)
    expect(verdictsOf(incident, 'quota_5h')).toEqual([verdict])
  })

  it('a ratio of 0 that is only an absence is weak', () => {
    const rows = page([ok('11:00:00'), failed('12:00:00'), failed('12:10:00')])
    const absent = snapshot(today('12:30:00'), [meter('5h', 0, FIVE, { encoding: 'ratio', explicit: false })])
    expect(verdictsOf(only(report(rows, { snapshots: [absent] }).incidents), 'quota_5h')).toEqual([
      'undecidable',
    ])
  })

  it('a low reading after the reset says nothing of the window before it', () => {
    const rows = page([ok('11:00:00'), failed('12:00:00'), failed('14:00:00'), ok('15:03:00')])
    const next = snapshot(today('15:30:00'), [meter('5h', 1, '2026-06-02T20:00:00Z')])
    expect(verdictsOf(only(report(rows, { snapshots: [next] }).incidents), 'quota_5h')).toEqual([
      'consistent',
    ])
  })

  it('a meter that was read full only hours later says nothing of the refusal', () => {
    const rows = page([ok('11:00:00'), failed('12:00:00')])
    const incident = only(report(rows, { snapshots: [read('14:30:00', 100, 40)] }).incidents)
    expect(verdictsOf(incident, 'quota_5h')).toEqual(['consistent'])
  })

  it.each([
    ['was not full yet minutes after the refusals', 95, {}, 'consistent'],
    ['may have been full already, as it rounds', 99, {}, 'supported'],
    ['read 0 in between, which may be an absence', 0, { explicit: false }, 'supported'],
    ['was full all along', 100, {}, 'supported'],
  ] as const)('a full meter that %s (%i %%): %s', (_, used, details, verdict) => {
    const rows = page([ok('11:00:00'), failed('12:00:00'), failed('12:00:05')], at(today('14:00:00')))
    const between = snapshot(today('12:05:00'), [meter('5h', used, FIVE, details)])
    const { incidents } = report(rows, { snapshots: [between, read('12:30:00', 100, 40)] })
    expect(verdictsOf(only(incidents), 'quota_5h')).toEqual([verdict])
  })

  it.each([
    ['was read not full minutes after the first refusal', '12:03:00', 97, 'consistent'],
    ['may have shown the use of before the first refusal', '12:02:00', 97, 'supported'],
    ['may have been full already, as it rounds', '12:03:00', 99, 'supported'],
  ] as const)('a full meter that %s (at %s, %i %%): %s', (_, clock, used, verdict) => {
    const rows = page([ok('11:00:00'), failed('12:00:00'), failed('13:00:00')], at(today('14:00:00')))
    const { incidents } = report(rows, { snapshots: [read(clock, used, 40), read('12:59:00', 100, 40)] })
    expect(verdictsOf(only(incidents), 'quota_5h')).toEqual([verdict])
  })

  it.each([
    ['names another cause', 'overloaded', 429, 'supported'],
    ['may be of the account or the platform', 'account', 402, 'consistent'],
  ] as const)('a full meter does not outvote a text that %s', (_, errorClass, status, platform) => {
    const texts = { errors: [refusal(errorClass, today('12:05:00'), { status })] }
    const incident = only(report(blocked, texts, { snapshots: [read('12:20:00', 100, 40)] }).incidents)
    expect(verdictsOf(incident, 'quota_5h', 'platform')).toEqual(['consistent', platform])
  })

  it('a meter that was full while calls succeeded proves nothing: extra usage need not show', () => {
    const rows = page([
      ok('11:00:00'),
      ok('11:40:00'),
      failed('12:00:00'),
      failed('12:10:00'),
      ok('15:01:00'),
    ])
    const incident = only(
      report(rows, { snapshots: [read('11:10:00', 100, 40), read('12:20:00', 100, 40)] }).incidents,
    )
    expect(verdictsOf(incident, 'quota_5h')).toEqual(['consistent'])
  })

  it('a row soon after the first refusal may be the end of a call in flight, and does not show service back', () => {
    const rows = page([ok('11:00:00'), failed('12:00:00'), ok('12:14:00')])
    const incident = only(report(rows, { snapshots: [read('11:30:00', 95, 40)] }).incidents)
    expect(verdictsOf(incident, 'quota_5h')).toEqual(['undecidable'])
  })

  it('a text that comes up once among others bars that its limit is ruled out', () => {
    const texts = ['auth', 'window_5h', 'auth', 'auth'] as const
    const errors = texts.map((name, hour) => refusal(name, today(`1${hour + 3}:30:00`)))
    const incident = only(report({ errors, snapshots: [read('12:00:00', 60, 40)] }).incidents)
    expect(verdictsOf(incident, 'quota_5h', 'account')).toEqual(['undecidable', 'supported'])
  })

  it('two full meters leave both consistent and none leading', () => {
    const open = page([ok('11:00:00'), failed('12:00:00'), failed('12:10:00')])
    const incident = only(report(open, { snapshots: [read('12:20:00', 100, 100)] }).incidents)
    expect(verdictsOf(incident, 'quota_5h', 'quota_7d')).not.toContain('supported')
    expect(incident.leading).toBe('unknown')
  })
})

describe('the cap on requests in flight', () => {
  const rows = [ok('11:40:00'), ok('11:55:00'), failed('12:00:00'), ok('12:30:00')]

  it('is ruled out only where all was observed and a cap is known', () => {
    const whole = page(rows, at(today('13:00:00')))
    const capped = report(whole, { snapshots: [read('13:00:00', 20, 20, { cap: 20 })] })
    expect(verdictsOf(only(capped.incidents), 'concurrency')).toEqual(['contradicted'])
    const uncapped = report(whole, { snapshots: [read('13:00:00', 20, 20)] })
    expect(verdictsOf(only(uncapped.incidents), 'concurrency')).toEqual(['undecidable'])
    const partial = report(page(rows.slice(2)), { snapshots: [read('13:00:00', 20, 20, { cap: 20 })] })
    expect(verdictsOf(only(partial.incidents), 'concurrency')).toEqual(['undecidable'])
  })

  it.each([
    [
      'whose clock nothing can be held against',
      rows.filter((each) => each.outcome === 'success'),
      'undecidable',
    ],
    ['beside a failed row', rows, 'contradicted'],
  ] as const)('is ruled out, or not, by a text %s', (_, shown, verdict) => {
    const capped = { snapshots: [read('13:00:00', 20, 20, { cap: 20 })] }
    const texts = { errors: [refusal('rate_or_concurrency', today('12:00:01'))] }
    const { incidents } = report(page(shown, at(today('13:00:00'))), capped, texts)
    expect(verdictsOf(only(incidents), 'concurrency')).toEqual([verdict])
  })

  it('is not ruled out where the history of an unknown zone has holes around the refusal, whatever the offset', () => {
    const onWall = (clock: string, details = {}) => row(`2026/06/02 ${clock}`, details)
    const around = page([onWall('11:58:00'), onWall('12:00:00', { outcome: 'failure' }), onWall('12:01:00')])
    const later = page([onWall('14:00:00'), onWall('20:00:00')])
    const capped = { snapshots: [read('13:00:00', 20, 20, { cap: 20 })] }
    const { incidents } = reportFrom(evidenceWith(around, later, capped), {
      now: at('2026-06-04T00:00:00Z'),
      zone: 'unknown',
      rules: DEFAULT_RULES,
    })
    const concurrency = only(incidents).verdicts.find(({ cause }) => cause === 'concurrency')
    expect(new Set(Object.values(concurrency?.byOffset ?? {}))).toEqual(new Set(['undecidable']))
  })
})

describe('the month', () => {
  it.each([
    ['read full in the month of the block', '2026-06-20T00:00:00Z', 'consistent', ['full_meter_disputed']],
    ['read full in the month after it', '2026-07-20T00:00:00Z', 'undecidable', []],
  ] as const)('%s: %s', (_, reset, verdict, facts) => {
    const full = snapshot('2026-06-19T12:00:00Z', [meter('month', 100, reset)])
    const incident = only(report(page([failed('12:00:00'), ok('13:00:00')]), { snapshots: [full] }).incidents)
    const month = incident.verdicts.find(({ cause }) => cause === 'quota_month')
    expect(month?.verdict).toBe(verdict)
    expect(month?.facts.filter(({ bearing }) => bearing !== 'neutral').map(({ rule }) => rule)).toEqual(facts)
  })
})
