import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { compareAccounts, type Witness } from '../../../shared/analyse/witnesses/compare-accounts.ts'
import type { UsageRecord } from '../../../shared/evidence/kinds/usage-record.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot } from '../build.ts'

const NOON = at('2026-03-02T12:00:00Z')
const time = (minutes: number) => writeInstant(later(NOON, minutes * MINUTE))
const FAILED = { status: 429, outcome: 'failure', statusText: null } as const

/** Rows: served or refused so many minutes after noon. */
function account(name: string, rows: Readonly<Record<number, 'ok' | 'no'>>, parts = {}): Witness {
  const made = Object.entries(rows).map(([minutes, said]): UsageRecord =>
    row(time(Number(minutes)), said === 'no' ? FAILED : { status: 200 }),
  )
  const evidence = evidenceWith(page(made, later(NOON, 10 * 60 * MINUTE)), parts)
  const now = later(NOON, 24 * 60 * MINUTE)
  return {
    account: name,
    evidence,
    report: reportFrom(evidence, { now, zone: 'unknown', rules: DEFAULT_RULES }),
  }
}

const refusedFrom = (name: string, minute: number, parts = {}) =>
  account(
    name,
    { [-30]: 'ok', [minute]: 'no', [minute + 2]: 'no', [minute + 4]: 'no', [minute + 20]: 'ok' },
    parts,
  )
const servedAt = (name: string, minutes: readonly number[], parts = {}) =>
  account(name, Object.fromEntries(minutes.map((minute) => [minute, 'ok'])), parts)
const BUSY = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4] as const

const ofFirst = (...witnesses: readonly Witness[]) =>
  compareAccounts(witnesses).find(({ account: name }) => name === 'anton')

describe('what several accounts say together', () => {
  it.each([
    ['nobody else was there', [], 'undecidable'],
    ['one other was refused', [refusedFrom('berta', 1)], 'consistent'],
    ['two others were refused', [refusedFrom('berta', 1), refusedFrom('carl', -2)], 'supported'],
    ['exactly five minutes later', [refusedFrom('berta', 5), refusedFrom('carl', -5)], 'supported'],
    ['the others were refused later', [refusedFrom('berta', 5.1), refusedFrom('carl', 6)], 'undecidable'],
    [
      'another was over a minute before',
      [account('berta', { [-30]: 'ok', [-4]: 'no', [-3]: 'no', [-2]: 'ok' })],
      'undecidable',
    ],
    ['a busy one was served', [refusedFrom('berta', 1), servedAt('dora', BUSY)], 'undecidable'],
    [
      'a busy one was served, and two others were refused',
      [refusedFrom('berta', 1), refusedFrom('carl', 1), servedAt('dora', BUSY)],
      'undecidable',
    ],
    [
      'one of five was served',
      [...['berta', 'carl', 'emil'].map((name) => refusedFrom(name, 1)), servedAt('dora', BUSY)],
      'supported',
    ],
    [
      'two calls are no busy account',
      [refusedFrom('berta', 1), refusedFrom('carl', 1), servedAt('dora', [1, 2])],
      'supported',
    ],
    ['an idle one is no witness', [refusedFrom('berta', 1), servedAt('dora', [-60, 90])], 'consistent'],
  ] as const)('%s', (_, others, platform) => {
    expect(ofFirst(refusedFrom('anton', 0), ...others)?.platform).toBe(platform)
  })

  it('takes nobody for a witness whose own limit explains it', () => {
    const quota = { errors: [refusal('window_5h', time(1))] }
    const said = ofFirst(refusedFrom('anton', 0), refusedFrom('berta', 1, quota), refusedFrom('carl', 1))
    expect(said).toMatchObject({ platform: 'consistent', silent: ['berta'] })
    expect(said?.refused.map(({ account: name }) => name)).toEqual(['carl'])
    const own = compareAccounts([refusedFrom('anton', 0, quota), refusedFrom('carl', 1)])
    expect(own.map(({ account: name }) => name)).toEqual(['carl'])
  })

  it('takes nobody for a witness whose own text speaks of too many requests', () => {
    const ambiguous = { errors: [refusal('rate_or_concurrency', time(1))] }
    const said = compareAccounts(['anton', 'berta', 'carl'].map((name) => refusedFrom(name, 1, ambiguous)))
    expect(said).toEqual([])
    const overloaded = { errors: [refusal('rate_or_concurrency', time(1)), refusal('overloaded', time(1))] }
    expect(ofFirst(refusedFrom('anton', 0), refusedFrom('berta', 1, overloaded))?.platform).toBe('consistent')
  })

  it('takes of an incident the part that Kimi refused, where a limit of its own refused before', () => {
    const both = {
      errors: [
        refusal('window_5h', time(-200)),
        refusal('overloaded', time(1)),
        refusal('overloaded', time(3)),
      ],
    }
    const berta = account('berta', { [-300]: 'ok', [-200]: 'no', 1: 'no', 3: 'no', 20: 'ok' }, both)
    const [incident] = berta.report.incidents
    expect(incident?.parts.map(({ leading }) => leading)).toEqual(['quota_5h', 'platform'])
    const said = compareAccounts([refusedFrom('anton', 0), berta, refusedFrom('carl', 1)])
    expect(said.map(({ account: name, platform }) => [name, platform])).toEqual(
      ['anton', 'berta', 'carl'].map((name) => [name, 'supported']),
    )
  })

  const on = (terms: { readonly plan?: string; readonly cap?: number }, minute = -60) => ({
    snapshots: [snapshot(time(minute), [meter('5h', 40, null)], terms)],
  })
  it.each([
    ['another plan', on({ plan: 'Andante' }), on({ plan: 'Vivace' }), 'supported'],
    ['another cap', on({ cap: 20 }), on({ cap: 30 }), 'supported'],
    ['another cap of the same plan', on({ plan: 'A', cap: 20 }), on({ plan: 'A', cap: 30 }), 'supported'],
    ['the same plan', on({ plan: 'Andante', cap: 20 }), on({ plan: 'Andante', cap: 20 }), 'undecidable'],
    ['a plan that nobody read', on({ plan: 'Andante' }), on({ cap: 20 }), 'undecidable'],
    ['a plan that was read later', on({ plan: 'Andante' }), on({ plan: 'Vivace' }, 60), 'undecidable'],
    [
      'a plan that was changed before',
      on({ plan: 'Andante' }),
      { snapshots: [...on({ plan: 'Vivace' }, -90).snapshots, ...on({ plan: 'Andante' }).snapshots] },
      'undecidable',
    ],
  ] as const)('compares with one that was served on %s as its plan allows', (_, mine, theirs, platform) => {
    const said = ofFirst(
      refusedFrom('anton', 0, mine),
      refusedFrom('berta', 1),
      refusedFrom('carl', 1),
      servedAt('dora', BUSY, theirs),
    )
    expect(said?.platform).toBe(platform)
    const dora = [{ account: 'dora', successes: BUSY.length }]
    expect([said?.served, said?.servedOnOtherPlan]).toEqual(
      platform === 'supported' ? [[], dora] : [dora, []],
    )
    expect(said?.silent).toEqual([])
  })

  it('changes no Report, and is the same in any order', () => {
    const all = [
      refusedFrom('anton', 0),
      refusedFrom('berta', 1),
      refusedFrom('carl', 40),
      servedAt('dora', BUSY),
      refusedFrom('emil', 2, { snapshots: [snapshot(time(1), [meter('5h', 40, null)])] }),
    ]
    const before = JSON.stringify(all)
    const first = compareAccounts(all)
    expect(first.length).toBeGreaterThan(3)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(compareAccounts(shuffled)).toEqual(first)
      }),
    )
    expect(JSON.stringify(all)).toBe(before)
  })
})
