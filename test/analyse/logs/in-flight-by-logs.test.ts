import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { CauseVerdict } from '../../../shared/analyse/report.ts'
import type { ClientCall } from '../../../shared/evidence/kinds/client-call.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { UsageRecord } from '../../../shared/evidence/kinds/usage-record.ts'
import { instant, writeInstant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, loggedCall, meter, page, refusal, row, snapshot } from '../build.ts'

const today = (clock: string) => `2026-06-02T${clock}Z`
const LOG = [{ capture: 'capture:log', at: 'line 1' }]

/** A call that ended at `clock`, `seconds` long, as the log of a session tells it; several at once have an ordinal. */
const took = (clock: string, seconds: number, ordinal = 0, details: Partial<ClientCall> = {}): ClientCall =>
  loggedCall(today(clock), {
    id: `call:${clock} ${ordinal} ${details.agent ?? ''}`,
    durationMs: seconds * 1000,
    origins: LOG,
    ...details,
  })
const several = (count: number, clock: string, seconds: number, details: Partial<ClientCall> = {}) =>
  Array.from({ length: count }, (_, ordinal) => took(clock, seconds, ordinal, details))

const refused = (clock: string, details = {}) =>
  refusal('rate_or_concurrency', today(clock), { origins: LOG, ...details })
const capped = (cap: number) => ({
  snapshots: [snapshot(today('12:30:00'), [meter('5h', 10, '2026-06-02T15:00:00Z')], { cap })],
})

const REFUSED = row(today('12:00:00'), { outcome: 'failure', status: 429, requestId: 'refused' })

/** The history of everybody, looked at half an hour later: a row for each logged call, the refused one, and `others`. */
const history = (
  calls: readonly ClientCall[],
  others: readonly string[] = [],
  refusals: readonly UsageRecord[] = [REFUSED],
  lookedAt = '12:30:00',
): Partial<Evidence> =>
  page(
    [
      row(today('11:30:00')),
      ...refusals,
      ...calls.map(({ when, durationMs }, ordinal) => {
        const end = when.kind === 'span' ? when.span.from : 0
        const start = writeInstant(instant(end - (durationMs ?? 0)))
        return row(start.replace(/\.\d+Z$/, 'Z'), { requestId: `request ${ordinal}` })
      }),
      ...others.map((clock) => row(today(clock), { requestId: clock, userAgent: 'Qoder/1.0' })),
    ],
    at(today(lookedAt)),
  )

function concurrency(...parts: readonly Partial<Evidence>[]): CauseVerdict {
  const options = { now: at('2026-06-03T00:00:00Z'), zone: UTC, rules: DEFAULT_RULES }
  const { incidents } = reportFrom(evidenceWith(...parts), options)
  const found = incidents.flatMap(({ verdicts }) => verdicts.filter(({ cause }) => cause === 'concurrency'))
  const [only, ...more] = found
  if (!only || more.length > 0) throw new Error('not one incident')
  return only
}

const factsOf = ({ facts }: CauseVerdict) =>
  facts
    .filter(({ rule }) => rule.startsWith('in_flight'))
    .map(
      ({ rule, values: { least, most, unseen } }) =>
        `${rule} ${least?.value}–${most?.value}, ${unseen?.value} unseen`,
    )

describe('in flight by the logs of every client', () => {
  it.each([
    [3, 'undecided', 'consistent'], // with the refused one as many as the cap: neither over nor clearly under
    [4, 'over_cap', 'supported'],
    [9, 'over_cap', 'supported'],
  ] as const)('%i calls in flight under a cap of 4: %s', (count, rule, verdict) => {
    const calls = several(count, '12:00:30', 60)
    const judged = concurrency({ calls, errors: [refused('12:00:00')] }, capped(4), history(calls))
    expect(judged.verdict).toBe(verdict)
    expect(factsOf(judged)).toEqual([`in_flight_${rule} ${count + 1}–${count + 1}, 0 unseen`])
  })

  it.each([
    [19, 'undecided', 'consistent'],
    [18, 'under_cap', 'contradicted'],
    [1, 'under_cap', 'contradicted'],
  ] as const)('%i in flight under a cap of 20, whole history: %s', (count, rule, verdict) => {
    const calls = several(count, '12:00:30', 60)
    const judged = concurrency({ calls, errors: [refused('12:00:00')] }, capped(20), history(calls))
    expect([judged.verdict, factsOf(judged)]).toEqual([
      verdict,
      [`in_flight_${rule} ${count + 1}–${count + 1}, 0 unseen`],
    ])
  })

  // the history lists when calls begin, and may list them once they end: two minutes are not yet known
  it.each([
    ['12:03:03', 'contradicted'],
    ['12:03:02', 'consistent'],
    ['12:02:10', 'consistent'],
  ] as const)('2 in flight for a minute, and looked at until %s: %s', (lookedAt, verdict) => {
    const calls = several(2, '12:00:30', 60)
    const seen = history(calls, [], [REFUSED], lookedAt)
    expect(concurrency({ calls, errors: [refused('12:00:00')] }, capped(20), seen).verdict).toBe(verdict)
  })

  it.each([
    [9, 'starts_reach_cap', 'in_flight_undecided'], // with the refused one as many as the cap
    [8, undefined, 'in_flight_under_cap'],
  ])('with %i in flight what starts alone would allow is said: %s', (count, starts, rule) => {
    const before = Array.from({ length: 20 }, (_, index) => took(`11:${35 + index}:00`, 50))
    const calls = [...before, ...several(count, '12:00:30', 60)]
    const judged = concurrency({ calls, errors: [refused('12:00:00')] }, capped(10), history(calls))
    const rules: readonly string[] = judged.facts.map((each) => each.rule)
    expect([rules.find((each) => each.startsWith('starts')), rules.includes(rule)]).toEqual([starts, true])
  })

  const two = several(2, '12:00:30', 60)
  /** Four at once in the hour before. */
  const four = (seconds: number, other = 'capture:log') => ({
    calls: [
      ...several(2, '11:40:30', seconds),
      ...several(2, '11:40:29', seconds, { origins: [{ capture: other, at: 'line 1' }] }),
    ],
  })
  const one = { calls: two, errors: [refused('12:00:00')] }

  it.each([
    ['nobody has read the cap', [history(two)], 'consistent', 'without_cap 3–3, 0'],
    [
      'nobody has read the cap, and four were served at once',
      [history(two), four(60)],
      'contradicted',
      'under_served 3–3, 0',
    ],
    [
      'four were, but perhaps for as long as a client may take to read',
      [history(two), four(2)],
      'consistent',
      'without_cap 3–3, 0',
    ],
    [
      'three were, which are no more',
      [history(two), { calls: several(3, '11:40:30', 60) }],
      'consistent',
      'without_cap 3–3, 0',
    ],
    ['four were, and there is no history', [four(60)], 'consistent', 'without_cap 3–3, 0'],
    [
      'four were, half of them by another log',
      [history(two), four(60, 'capture:other')],
      'consistent',
      'without_cap 3–3, 0',
    ],
    [
      'nothing holds the clock of the log against the history’s',
      [capped(20), history(two, [], [])],
      'undecidable',
      'undecided 3–3, 0',
    ],
    ['there is no history', [capped(20)], 'consistent', 'undecided 3–3, 0'],
    [
      'the history ends before',
      [capped(20), page([row(today('11:30:00'))], at(today('11:40:00')))],
      'consistent',
      'undecided 3–3, 0',
    ],
    [
      'another client has one call in the history',
      [capped(20), history(two, ['11:55:00'])],
      'contradicted',
      'under_cap 3–4, 1',
    ],
    [
      'another client has as many calls as the cap',
      [capped(4), history(two, ['11:50:00', '11:55:00'])],
      'consistent',
      'undecided 3–5, 2',
    ],
    [
      'another client’s calls are older than any call may be',
      [capped(4), history(two, ['11:44:00', '11:44:30'])],
      'contradicted',
      'under_cap 3–3, 0',
    ],
  ] as const)('where %s', (_, parts, verdict, fact) => {
    const judged = concurrency(one, ...parts)
    expect([judged.verdict, factsOf(judged)]).toEqual([verdict, [`in_flight_${fact} unseen`]])
  })

  it('was alone: no plan allows one at a time only', () => {
    const judged = concurrency(
      { calls: several(1, '11:40:30', 60), errors: [refused('12:00:00')] },
      history([]),
    )
    expect([judged.verdict, factsOf(judged)]).toEqual([
      'contradicted',
      ['in_flight_under_served 1–1, 0 unseen'],
    ])
  })

  it.each([
    ['12:05:50', 'contradicted'], // not at most of the retries, and yet for most of the time
    ['12:10:00', 'consistent'],
  ])('with the history not looked at from 12:02 to %s: %s', (again, verdict) => {
    const retries = Array.from({ length: 30 }, (_, second) => refused(`12:05:${10 + second}`))
    const errors = [refused('12:00:00'), ...retries, refused('12:07:00')]
    const clocks = ['11:51:00', '11:52:00', '11:53:00', '11:54:00', '11:55:00']
    const calls = [...clocks, '12:20:00'].map((clock) => took(clock, 20))
    const before = page([...clocks.map((clock) => row(today(clock))), REFUSED], at(today('12:04:00')))
    const first = row(today(again), { outcome: 'failure', status: 429 })
    const after = page([first, row(today('12:20:00'))], at(today('13:00:00')))
    expect(concurrency({ calls, errors }, capped(20), before, after).verdict).toBe(verdict)
  })

  it.each([
    [4, 0, 0, 'undecidable'], // four rows that the log tells of are too few
    [5, 0, 0, 'contradicted'],
    [5, 7, 0, 'contradicted'], // by clocks seven seconds apart
    [5, 40, 0, 'undecidable'], // by clocks further apart than is tolerated, the rows are somebody else's
    [6, 0, 2, 'contradicted'], // with the row after it, half as many
    [6, 0, 3, 'undecidable'],
  ] as const)(
    'is by the history’s clock where %i rows are told, %i s apart, and %i others are not: %s',
    (told, apart, others, verdict) => {
      const clocks = Array.from({ length: told }, (_, index) => `11:5${index}:00`)
      const late = (clock: string) => `${clock.slice(0, 6)}${String(apart).padStart(2, '0')}`
      const calls = clocks.map((clock) => took(late(clock), 0))
      const rows = page(
        [
          row(today('11:30:00')),
          ...clocks.map((clock) => row(today(clock), { requestId: clock })),
          ...Array.from({ length: others }, (_, index) =>
            row(today(`11:46:0${index}`), { requestId: `${index}` }),
          ),
          row(today('12:01:30'), { requestId: 'later' }),
        ],
        at(today('12:30:00')),
      )
      const within = [...calls, ...several(1, '12:00:30', 60)]
      const judged = concurrency({ calls: within, errors: [refused('12:00:00')] }, capped(30), rows)
      expect(judged.verdict === 'contradicted').toBe(verdict === 'contradicted')
    },
  )

  it('counts a request once that a session’s log and its agent’s own tell', () => {
    const copies = several(3, '12:00:30', 60, {
      agent: 'agent-1',
      origins: [{ capture: 'capture:wire', at: 'line 1' }],
    })
    const judged = concurrency(
      { calls: [...several(3, '12:00:30', 60), ...copies], errors: [refused('12:00:00')] },
      capped(4),
    )
    expect(factsOf(judged)).toEqual(['in_flight_undecided 4–4, 0 unseen'])
  })

  it('counts what has begun and never ended as long as any call may take, and only that', () => {
    const begun = (clock: string) =>
      took(clock, 0, 0, { id: `call:begun ${clock}`, timeIs: 'start', durationMs: null, outcome: 'unknown' })
    const failed = (clock: string) =>
      took(clock, 0, 0, { id: `call:failed ${clock}`, durationMs: null, outcome: 'failure' })
    const paired = [begun('11:59:30'), begun('11:59:59'), failed('12:00:00')]
    const left = (calls: readonly ClientCall[]) =>
      factsOf(concurrency({ calls: [...calls, ...two], errors: [refused('12:00:00')] }, capped(20)))
    expect(left(paired)).toEqual(['in_flight_undecided 3–3, 0 unseen'])
    expect(left([...paired, begun('11:50:00')])).toEqual(['in_flight_undecided 3–4, 0 unseen'])
    expect(left([...paired, begun('11:44:00')])).toEqual(['in_flight_undecided 3–3, 0 unseen'])
  })

  it('gives a log of another clock two seconds either way', () => {
    const elsewhere = [{ capture: 'capture:other machine', at: 'line 1' }]
    const least = (clock: string) =>
      factsOf(
        concurrency(
          { calls: [took(clock, 60, 0, { origins: elsewhere })], errors: [refused('12:00:00')] },
          capped(20),
        ),
      )
    expect(least('12:00:02')).toEqual(['in_flight_undecided 1–2, 0 unseen'])
    expect(least('12:00:03')).toEqual(['in_flight_undecided 2–2, 0 unseen'])
  })

  it('supports nothing by rows alone, whose limit may be any', () => {
    const calls = several(5, '12:00:30', 60)
    const rows = page([row(today('12:00:00'), { outcome: 'failure', status: 403 })], at(today('12:30:00')))
    const judged = concurrency({ calls }, capped(4), rows)
    expect([judged.verdict, factsOf(judged)]).toEqual(['consistent', ['in_flight_over_cap 6–6, 0 unseen']])
  })

  it('takes the caps of both plans where the plan was changed that day', () => {
    const calls = several(12, '12:00:30', 60)
    const both = { snapshots: [...capped(10).snapshots, snapshot(today('11:00:00'), [], { cap: 30 })] }
    expect(factsOf(concurrency({ calls, errors: [refused('12:00:00')] }, both))).toEqual([
      'in_flight_undecided 13–13, 0 unseen',
    ])
  })
})
