import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import type { Cause, Verdict } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { ErrorClass } from '../../../shared/evidence/kinds/error-observation.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { QuotaSnapshot } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, loggedCall, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

/**
 * The kinds of fixtures/verdicts, each in other windows, with other signs, and by other carriers. In all of them the window in
 * question is reset at 15:00.
 */
const today = (clock: string) => `2026-06-03T${clock.length === 5 ? `${clock}:00` : clock}Z`
const RESETS = { '5h': today('15:00'), '7d': today('15:00'), 'month': today('15:00') } as const
type Window = keyof typeof RESETS
const CAUSE = { '5h': 'quota_5h', '7d': 'quota_7d', 'month': 'quota_month' } as const
const WINDOWS: readonly Window[] = ['5h', '7d', 'month']

/** `10:00 ok 12:00 403`: rows, each of them served or refused with a status. */
function rows(text: string, seenAt = '15:40'): Partial<Evidence> {
  const words = text.split(' ')
  const all = words.flatMap((clock, index) => {
    const said = words[index + 1] ?? ''
    if (index % 2 === 1) return []
    return [row(today(clock), said === 'ok' ? {} : { outcome: 'failure', status: Number(said) })]
  })
  return page(all, at(today(seenAt)))
}

/** The same out of a client's log: calls that were served, and texts of the class. */
function logged(text: string, errorClass: ErrorClass): Partial<Evidence> {
  const words = text.split(' ')
  const of = (ok: boolean) =>
    words.filter((_, index) => index % 2 === 0 && (words[index + 1] === 'ok') === ok)
  return {
    calls: of(true).map((clock) => loggedCall(today(clock))),
    errors: of(false).map((clock) =>
      refusal(errorClass, today(clock), { status: Number(words[words.indexOf(clock) + 1]) }),
    ),
  }
}

const read = (clock: string, window: Window, used: number, details: Partial<QuotaSnapshot> = {}) =>
  snapshot(today(clock), [meter(window, used, RESETS[window])], details)

function judged(...parts: readonly Partial<Evidence>[]) {
  const report = reportFrom(evidenceWith(...parts), {
    now: at(today('16:00')),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  const [incident] = report.incidents
  return {
    leading: incident?.leading,
    parts: incident?.parts.map(({ leading }) => leading),
    on: (cause: Cause): Verdict | undefined =>
      incident?.verdicts.find((each) => each.cause === cause)?.verdict,
    findings: report.findings.map(({ kind }) => kind),
  }
}

describe.each(WINDOWS)('in the %s window', (window) => {
  const cause = CAUSE[window]
  const readings = (...of: readonly (readonly [string, number])[]) => ({
    snapshots: of.map(([clock, used]) => read(clock, window, used)),
  })
  const WORK = '10:30 ok 11:00 ok 11:19 ok'

  describe('refused by server errors, beside a full meter', () => {
    const full = readings(['11:20', 100], ['12:10', 100], ['12:40', 100])
    it.each([
      ['500 and 503', rows(`${WORK} 12:00 500 12:10 503 12:30 500 12:50 ok`)],
      ['502 alone, to the reset', rows(`${WORK} 12:00 502 13:00 502 14:58 502 15:01 ok`)],
      ['after work at the full meter', rows(`${WORK} 11:40 ok 12:00 503 12:20 503 12:50 ok`)],
      ['out of a log', logged(`${WORK} 12:00 503 12:20 503 12:50 ok`, 'service')],
    ])('%s', (_, evidence) => {
      const { on, leading } = judged(evidence, full)
      expect(on(cause)).not.toBe('supported')
      expect([on('platform'), leading]).toEqual(['supported', 'platform'])
    })
  })

  describe('served after the meter read full', () => {
    const full = readings(['11:20', 100], ['12:10', 100])
    it.each([
      ['nothing: then it refuses', `${WORK} 12:00 403 13:00 403 14:58 403 15:01 ok`, 'supported'],
      ['a request', `${WORK} 11:40 ok 12:00 403 13:00 403 14:58 403 15:01 ok`, 'consistent'],
      ['a request in the second after', `${WORK} 11:20:01 ok 12:00 403 14:58 403 15:01 ok`, 'consistent'],
      [
        'a request among the refused',
        `${WORK} 12:00 403 12:01 ok 12:02 403 14:58 403 15:01 ok`,
        'consistent',
      ],
    ])('%s', (_, text, expected) => {
      expect(judged(rows(text), full).on(cause)).toBe(expected)
    })
  })

  describe('a reading that lags', () => {
    const REFUSED = `${WORK} 12:00 403 12:30 403 14:58 403 15:02 ok`
    it.each([
      [
        'the next is full',
        [
          ['12:03:10', 60.7],
          ['12:20', 100],
        ],
      ],
      [
        'the next is nearly full',
        [
          ['12:03:10', 60.7],
          ['12:20', 99.95],
        ],
      ],
      [
        'two of them',
        [
          ['12:02:30', 60],
          ['12:04:30', 61],
          ['12:20', 99],
        ],
      ],
      ['and no other: it may lag as well', [['12:03:10', 60]]],
    ] as const)('is held against nothing: %s', (_, of) => {
      expect(judged(rows(REFUSED), readings(...of)).on(cause)).not.toBe('contradicted')
    })

    it('is none where all of them stay low', () => {
      expect(judged(rows(REFUSED), readings(['12:06', 60], ['13:30', 60])).on(cause)).toBe('contradicted')
    })
  })

  describe('a meter that fell off the grid', () => {
    const REFUSED = `${WORK} 12:00 403 12:20 403 12:29 403 12:40 ok 13:00 ok`
    it.each([
      [
        'its reset stays',
        [
          ['11:50', 99],
          ['12:45', 3],
          ['13:30', 4],
        ],
      ],
      [
        'and is read much later',
        [
          ['11:50', 99],
          ['14:30', 12],
        ],
      ],
      [
        'full before',
        [
          ['11:50', 100],
          ['12:10', 100],
          ['12:42', 0],
        ],
      ],
      [
        'seen only in the block',
        [
          ['12:10', 98],
          ['12:41', 2],
        ],
      ],
    ] as const)('says nothing of the time before: %s', (_, of) => {
      expect(judged(rows(REFUSED), readings(...of)).on(cause)).not.toBe('contradicted')
    })

    it('says that it fell', () => {
      expect(judged(rows(REFUSED), readings(['11:50', 99], ['12:45', 3])).findings).toContain('meter_fell')
    })

    it('goes on rising: then it was low', () => {
      expect(judged(rows(REFUSED), readings(['11:50', 40], ['12:45', 41], ['13:30', 45])).on(cause)).toBe(
        'contradicted',
      )
    })

    it('leaves all open where a wallet pays from then on', () => {
      const none = { currency: null, leftCents: null, monthlyLimitCents: null, monthlyUsedCents: null }
      const wallet = { active: true, ...none }
      const paid = [read('12:45', window, 100, { wallet }), read('13:30', window, 100, { wallet })]
      expect(judged(rows(REFUSED), { snapshots: [read('11:50', window, 99), ...paid] }).on(cause)).not.toBe(
        'contradicted',
      )
    })
  })
})

describe('a clock that is ahead', () => {
  // refused from 11:55 until the reset; what is dated 12:02 may have been read before that
  const REFUSED = rows('10:30 ok 11:50 ok 11:55 403 13:00 403 14:58 403 15:01 ok')
  const low = ['12:02', '12:04'] as const
  const carrying = (clock: string) => snapshot(today(clock), [meter('5h', 70, today('10:00'))])
  it.each([
    ['no reading of it', [], true],
    ['one dated 2 min after the reset that it carries', ['10:02'], true],
    ['one dated 7 min after it', ['10:07'], false],
    ['one dated 10 min after it', ['10:10'], false],
    ['several', ['10:03', '10:05', '10:11'], false],
    ['one dated an hour and more after it: it is of an older state', ['10:00', '11:30'], true],
  ] as const)('shows in readings that carry a reset that is past: %s', (_, carried, isContradicted) => {
    const readings = [...low.map((clock) => read(clock, '5h', 60)), ...carried.map(carrying)]
    const { on, findings } = judged(REFUSED, { snapshots: readings })
    expect(on('quota_5h') === 'contradicted').toBe(isContradicted)
    expect(findings.includes('reset_carried')).toBe(!isContradicted)
  })
})

describe('texts and meters of two windows', () => {
  const both = (clock: string, five: number, week: number, reset: string) =>
    snapshot(today(clock), [meter('5h', five, today(reset)), meter('7d', week, '2026-06-08T00:00:00Z')])
  const until = (clocks: readonly string[], errorClass: ErrorClass) =>
    clocks.map((clock) => refusal(errorClass, today(clock), { status: 403 }))
  it.each([
    [
      'the 5-hour quota, then the week',
      'window_5h',
      'window_7d',
      both('15:32', 10, 100, '20:00'),
      ['quota_5h', 'quota_7d'],
    ],
    [
      'the 5-hour quota, then the month',
      'window_5h',
      'window_month',
      both('15:32', 10, 40, '20:00'),
      ['quota_5h', 'quota_month'],
    ],
    [
      'an outage, then the 5-hour quota',
      'overloaded',
      'window_5h',
      both('15:32', 100, 40, '20:00'),
      ['platform', 'quota_5h'],
    ],
    [
      'concurrency, then the week',
      'concurrency',
      'window_7d',
      both('15:32', 10, 100, '20:00'),
      ['concurrency', 'quota_7d'],
    ],
  ] as const)('do not disagree: %s', (_, first, second, reading, expected) => {
    const errors = [
      ...until(['14:30', '14:40', '14:50', '14:57'], first),
      ...until(['15:20', '15:30', '15:40', '15:50'], second),
    ]
    const { parts, findings } = judged({ errors, snapshots: [both('14:10', 90, 60, '15:00'), reading] })
    expect(parts).toEqual(expected)
    expect(findings).not.toContain('text_and_meter_disagree')
  })
})
