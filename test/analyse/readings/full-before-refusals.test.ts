import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, loggedCall, meter, page, row, snapshot, zoneNamed } from '../build.ts'

// Refused at 12:00 and 12:10, and the meter reads full at 12:20. Since when was it full, and what came through until then?
const RESETS = {
  '5h': '2026-06-02T15:00:00Z',
  '7d': '2026-06-08T00:00:00Z',
  'month': '2026-06-20T00:00:00Z',
} as const
const CAUSES = { '5h': 'quota_5h', '7d': 'quota_7d', 'month': 'quota_month' } as const

const today = (clock: string) => `2026-06-02T${clock}Z`
const looked = at(today('13:00:00'))
const failed = (clock: string, status: number) => row(today(clock), { outcome: 'failure', status })
const refused = [failed('12:00:00', 429), failed('12:10:00', 429)]
const wrong = (clock: string) => failed(clock, 404) // neither a refusal nor a success
const unseen = page(refused, looked)
const seenFrom = (clock: string) => page([wrong(clock), ...refused], looked)
const served = page([wrong('10:20:00'), row(today('11:40:00')), ...refused], looked)
const logged = [loggedCall(today('11:40:00'))]
const none = { currency: null, leftCents: 0, monthlyLimitCents: null, monthlyUsedCents: null }
const empty = { wallet: { active: false, ...none } }

describe.each(['5h', '7d', 'month'] as const)('a %s meter that was full before the refusals', (window) => {
  it.each([
    // full since, what is known of it
    ['10:10:00', 'all was seen, and nothing succeeded', seenFrom('10:12:00'), [], {}, 'supported'],
    ['10:10:00', 'all was seen, and a request succeeded', served, [], {}, 'consistent'],
    ['10:10:00', 'a client logged a success', seenFrom('10:12:00'), logged, {}, 'consistent'],
    ['10:10:00', 'nobody looked until the refusals', unseen, [], {}, 'consistent'],
    ['10:10:00', 'only the last hour was seen', seenFrom('11:00:00'), [], {}, 'consistent'],
    ['10:10:00', 'nobody looked, but the wallet reads empty', unseen, [], empty, 'supported'],
    ['11:44:59', 'nobody looked for as long as a call may take', unseen, [], {}, 'consistent'],
    ['11:57:58', 'nobody looked for longer than a meter may lag', unseen, [], {}, 'consistent'],
    ['11:57:59', 'nobody looked for as long as a meter may lag', unseen, [], {}, 'supported'],
  ] as const)('since %s, and %s', (since, _, rows, calls, details, verdict) => {
    const snapshots = [since, '12:20:00'].map((clock) =>
      snapshot(today(clock), [meter(window, 100, RESETS[window])], details),
    )
    const { incidents } = reportFrom(evidenceWith(rows, { snapshots, calls }), {
      now: at(today('14:00:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    const verdicts = incidents.map((incident) =>
      incident.verdicts.find(({ cause }) => cause === CAUSES[window]),
    )
    expect(verdicts.map((each) => each?.verdict)).toEqual([verdict])
  })

  it('since 10:10:00, with an undated reading that may be of any time of its 5 h window', () => {
    const dated = ['10:10:00', '12:20:00'].map((clock) =>
      snapshot(today(clock), [meter(window, 100, RESETS[window])]),
    )
    const meters = [meter('5h', window === '5h' ? 100 : 30, RESETS['5h']), meter(window, 100, RESETS[window])]
    const snapshots = [...dated, snapshot(null, window === '5h' ? meters.slice(0, 1) : meters)]
    const { incidents } = reportFrom(evidenceWith(unseen, { snapshots }), {
      now: at(today('14:00:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    const verdicts = incidents.map((incident) =>
      incident.verdicts.find(({ cause }) => cause === CAUSES[window]),
    )
    expect(verdicts.map((each) => each?.verdict)).toEqual(['consistent'])
  })
})

describe('a 5 h meter that was full until its reset, with refusals', () => {
  it.each([
    ['up to the reset', ['14:10:00', '14:59:00'], 'supported'],
    ['two minutes past it', ['14:10:00', '15:02:00'], 'supported'],
    ['more than that past it', ['14:10:00', '15:02:01'], 'undecidable'],
    ['an hour past it, after a pause', ['14:10:00', '16:00:00'], 'undecidable'],
    ['past it with another status, which is another part', ['14:10:00', '16:00:00', '17:00:00'], 'supported'],
  ] as const)('%s', (name, clocks, verdict) => {
    const rows = clocks.map((clock) => failed(clock, name.includes('status') && clock > '15' ? 401 : 403))
    const seen = page([row(today('13:50:00')), ...rows, row(today('17:30:00'))], at(today('18:00:00')))
    const read = (clock: string, used: number, reset: string) =>
      snapshot(today(clock), [meter('5h', used, today(reset))])
    const snapshots = [
      read('14:20:00', 100, '15:00:00'),
      read('14:40:00', 100, '15:00:00'),
      read('15:20:00', 0, '20:00:00'),
    ]
    const { incidents } = reportFrom(evidenceWith(seen, { snapshots }), {
      now: at(today('19:00:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    expect(incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict).toBe(verdict)
  })
})

describe('a full 5 h meter whose readings state no wallet, beside others that do', () => {
  const wallet = (clock: string, active: boolean) =>
    snapshot(today(clock), [meter('month', 20, RESETS.month)], { wallet: { active, ...none } })
  it.each([
    ['an active one before', [wallet('11:55:00', true)], 'consistent'],
    ['an active one while it refused', [wallet('12:05:00', true)], 'consistent'],
    ['an empty one while it refused', [wallet('12:05:00', false)], 'supported'],
    [
      'an active one that was empty when it refused',
      [wallet('11:30:00', true), wallet('11:58:00', false)],
      'supported',
    ],
    ['an active one that was bought afterwards', [wallet('12:11:00', true)], 'supported'],
  ] as const)('%s', (_, wallets, verdict) => {
    const full = ['12:05:00', '12:20:00'].map((clock) =>
      snapshot(today(clock), [meter('5h', 100, RESETS['5h'])]),
    )
    const { incidents } = reportFrom(
      evidenceWith(seenFrom('11:30:00'), { snapshots: [...full, ...wallets] }),
      {
        now: at(today('14:00:00')),
        zone: zoneNamed('UTC'),
        rules: DEFAULT_RULES,
      },
    )
    expect(incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict).toBe(verdict)
  })
})
