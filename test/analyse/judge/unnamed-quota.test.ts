import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import type { Cause, Verdict } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { ErrorClass, ErrorObservation } from '../../../shared/evidence/kinds/error-observation.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { Meter, QuotaSnapshot } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, loggedCall, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

const incidentsOf = (parts: Partial<Evidence>) =>
  reportFrom(evidenceWith(parts), {
    now: at('2026-06-02T23:00:00Z'),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  }).incidents

const REFUSED = '2026-06-02T12:00:00Z'
const refused = (errorClass: ErrorClass, details: Partial<ErrorObservation> = {}) =>
  refusal(errorClass, REFUSED, { status: 403, ...details })

const CAUSES_OF = ['quota_5h', 'quota_7d', 'quota_month', 'account', 'platform'] as const

/** `5h consistent, …`: the verdicts of the first incident on the causes that differ here. */
function verdictsOf(parts: Partial<Evidence>): Partial<Record<Cause, Verdict>> {
  const [incident] = incidentsOf(parts)
  return Object.fromEntries(
    CAUSES_OF.map((cause) => [cause, incident?.verdicts.find((each) => each.cause === cause)?.verdict]),
  )
}

describe('a quota that is not named', () => {
  it('fits all three, and supports none', () => {
    expect(verdictsOf({ errors: [refused('quota_unnamed')] })).toEqual({
      quota_5h: 'consistent',
      quota_7d: 'consistent',
      quota_month: 'consistent',
      account: 'undecidable',
      platform: 'undecidable',
    })
  })

  it('is supported nowhere and contradicted nowhere by the text alone', () => {
    const [incident] = incidentsOf({ errors: [refused('quota_unnamed')] })
    expect(incident?.leading).toBe('unknown')
    expect(incident?.verdicts.map(({ verdict }) => verdict)).not.toContain('contradicted')
  })

  const five = (used: number, details: Partial<Meter> = {}) =>
    meter('5h', used, '2026-06-02T15:00:00Z', details)
  const week = (used: number, details: Partial<Meter> = {}) =>
    meter('7d', used, '2026-06-05T10:00:00Z', details)
  const month = (used: number) => meter('month', used, '2026-06-20T00:00:00Z')
  const read = (time: string, ...meters: readonly Meter[]) => snapshot(`2026-06-02T${time}Z`, meters)

  it.each<readonly [string, QuotaSnapshot, Verdict, Verdict, Verdict]>([
    [
      '5 h full, the week low',
      read('12:01:00', five(100), week(20)),
      'supported',
      'consistent',
      'consistent',
    ],
    [
      '5 h full, the week high',
      read('12:01:00', five(100), week(95)),
      'supported',
      'consistent',
      'consistent',
    ],
    [
      'the week full, 5 h low',
      read('12:01:00', five(45), week(100)),
      'consistent',
      'supported',
      'consistent',
    ],
    ['above its limit', read('12:01:00', five(140), week(20)), 'supported', 'consistent', 'consistent'],
    [
      'read before the refusal, within the lag',
      read('11:58:00', five(100), week(20)),
      'supported',
      'consistent',
      'consistent',
    ],
    ['read longer before', read('11:57:59', five(100), week(20)), 'consistent', 'consistent', 'consistent'],
    [
      'read so late that it may have filled since',
      read('12:06:00', five(100), week(20)),
      'consistent',
      'contradicted',
      'consistent',
    ],
    ['both full', read('12:01:00', five(100), week(100)), 'consistent', 'consistent', 'consistent'],
    ['5 h full, and no other read', read('12:01:00', five(100)), 'consistent', 'consistent', 'consistent'],
    [
      'the other only by the absence of a number',
      read('12:01:00', five(100), week(0, { explicit: false })),
      'consistent',
      'consistent',
      'consistent',
    ],
    [
      'the month full',
      read('12:01:00', five(60), week(60), month(100)),
      'consistent',
      'consistent',
      'supported',
    ],
    ['two low', read('12:10:00', five(10), week(10)), 'contradicted', 'contradicted', 'consistent'],
  ])('with meters, they decide: %s', (_, reading, in5h, in7d, inMonth) => {
    expect(verdictsOf({ errors: [refused('quota_unnamed')], snapshots: [reading] })).toMatchObject({
      quota_5h: in5h,
      quota_7d: in7d,
      quota_month: inMonth,
    })
  })

  it('is the full one of the reading that was pasted after it', () => {
    const reading = snapshot(null, [five(100), week(20)])
    const error = refusal('quota_unnamed', null, { readWith: reading.id })
    expect(verdictsOf({ errors: [error], snapshots: [reading] })).toMatchObject({
      quota_5h: 'supported',
      quota_7d: 'contradicted',
      quota_month: 'consistent',
    })
  })

  it('is ruled out nowhere by a silence that it points at without a date', () => {
    const rows = page(
      [row('2026-06-02T10:20:00Z'), row('2026-06-02T12:20:00Z'), row('2026-06-02T12:21:00Z')],
      at('2026-06-02T13:00:00Z'),
    )
    const snapshots = [read('10:10:00', five(20), week(20)), read('12:50:00', five(22), week(20))]
    expect(verdictsOf({ ...rows, snapshots })).toEqual(verdictsOf({}))
    expect(verdictsOf({ ...rows, snapshots, errors: [refusal('quota_unnamed', null)] })).toMatchObject({
      quota_5h: 'undecidable',
      quota_7d: 'undecidable',
      quota_month: 'consistent',
    })
  })

  it.each([
    [
      'extra usage was left',
      {
        wallet: {
          active: true,
          currency: 'USD',
          leftCents: 5,
          monthlyLimitCents: null,
          monthlyUsedCents: null,
        },
      },
    ],
  ] as const)('is not told by a full meter where %s', (_, details) => {
    const reading = snapshot('2026-06-02T12:01:00Z', [five(100), week(20)], details)
    expect(verdictsOf({ errors: [refused('quota_unnamed')], snapshots: [reading] }).quota_5h).toBe(
      'consistent',
    )
  })

  it.each([
    ['at no reset that is known: it was reset out of turn, or paid for', '15:00:00', 'undecidable'],
    ['at the reset of another window', '12:38:00', 'contradicted'],
  ] as const)('is not ruled out by the time alone at which service was back, %s', (_, reset, inWeek) => {
    const zero = { explicit: false } as const
    const fives = meter('5h', 0, `2026-06-02T${reset}Z`, zero)
    const rows = page([row('2026-06-02T11:00:00Z'), row('2026-06-02T12:40:00Z')], at('2026-06-02T14:00:00Z'))
    const snapshots = [
      read('11:30:00', fives, week(0, zero)),
      read(
        '13:30:00',
        reset === '15:00:00' ? fives : meter('5h', 0, '2026-06-02T17:38:00Z', zero),
        week(0, zero),
      ),
    ]
    const verdicts = verdictsOf({ ...rows, snapshots, errors: [refused('quota_unnamed')] })
    expect(verdicts).toMatchObject({ quota_7d: inWeek, quota_month: 'consistent' })
  })

  it('is not the one whose window was still running when service was back', () => {
    const parts = {
      errors: [refused('quota_unnamed')],
      snapshots: [read('12:01:00', five(100), week(20))],
      calls: [loggedCall('2026-06-02T13:30:00Z')],
    }
    expect(verdictsOf(parts).quota_5h).not.toBe('supported')
  })
})

it('what the open platform refuses blocks nobody here', () => {
  expect(incidentsOf({ errors: [refused('open_platform')] })).toEqual([])
})

const MEMBERSHIP = "We're unable to verify your membership benefits at this time."

it.each<readonly [string, ErrorObservation, Verdict, Verdict]>([
  [
    'a membership not verified, with its 402',
    refused('account', { status: 402, message: MEMBERSHIP }),
    'consistent',
    'consistent',
  ],
  [
    'the same without it',
    refused('account', { status: null, message: MEMBERSHIP }),
    'consistent',
    'consistent',
  ],
  [
    'an account that was closed',
    refused('account', { message: 'Access terminated.' }),
    'supported',
    'undecidable',
  ],
  [
    "Kimi's own client refused",
    refused('client_not_allowed', { client: 'kimi-code' }),
    'consistent',
    'consistent',
  ],
  [
    'the same by the name that it gives the error',
    refused('client_not_allowed', { type: 'provider.auth_error' }),
    'consistent',
    'consistent',
  ],
  ['another client refused', refused('client_not_allowed'), 'supported', 'undecidable'],
])('%s: account %s', (_, error, account, platform) => {
  expect(verdictsOf({ errors: [error] })).toMatchObject({ account, platform })
})
