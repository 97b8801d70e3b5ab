import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { fisherExact } from '../../../shared/analyse/views/claims/fisher.ts'
import { readClaim } from '../../../shared/analyse/views/claims/read-claim.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { evidenceId } from '../../../shared/evidence/id.ts'
import type { Mark } from '../../../shared/evidence/kinds/mark.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, seedEvidence, snapshot, zoneNamed } from '../build.ts'

function judge(text: string, evidence: Evidence, zone = 'UTC') {
  const now = at('2026-03-09T00:00:00Z')
  const [claim] = reportFrom(evidence, {
    now,
    zone: zoneNamed(zone),
    rules: DEFAULT_RULES,
    claims: [text],
  }).claims
  if (!claim) throw new Error('no claim')
  return claim
}

describe('readClaim', () => {
  it.each([
    ['5h window reset at 17:20', { kind: 'reset', window: '5h' }],
    ['My 5-hour window reset around 17:20.', { kind: 'reset', window: '5h' }],
    ['weekly quota reset on 2026-03-08 at 09:20:45', { kind: 'reset', window: '7d' }],
    ['quota used up by 16:19', { kind: 'used_up', window: null }],
    ['token quota fully depleted by 16:19', { kind: 'used_up', window: null }],
    ['the 5h quota was exhausted at 16:19', { kind: 'used_up', window: '5h' }],
    ['cap is 30', { kind: 'cap', cap: 30 }],
    ['the concurrency limit is 20', { kind: 'cap', cap: 20 }],
    ['only with the CreateSubagent tool', { kind: 'only_with_subagents' }],
    ['only when subagents run', { kind: 'only_with_subagents' }],
    ['Failed calls use quota', { kind: 'failed_calls_use_quota' }],
  ])('%s', (text, claim) => {
    expect(readClaim(text)).toMatchObject(claim)
  })

  it.each([
    'it was the moon',
    '5h window reset at 25:00',
    'quota used up by 16:77',
    '5h reset on 2026-02-30 at 10:00',
    '',
  ])('does not understand %j', (text) => {
    expect(readClaim(text)).toBeNull()
  })
})

describe("the claims of the seed's thread", () => {
  it.each([
    ['5h window reset at 17:20', '+02:00', 'consistent'],
    ['5h window reset at 17:20', '+01:00', 'contradicted'],
    ['5h window reset at 17:20', '+00:00', 'contradicted'],
    ['5h window reset at 17:20', 'unknown', 'undecidable'],
    ['5h quota used up by 16:19', '+00:00', 'contradicted'], // the panel read 0 % at 16:37 of the same window
    ['5h quota used up by 16:19', '+02:00', 'undecidable'],
    ['weekly quota used up by 16:19', 'unknown', 'contradicted'], // 33 % five days later
    ['quota used up by 16:19', '+00:00', 'undecidable'], // nothing is known of the month
    ['quota used up by 16:19', '+02:00', 'undecidable'],
    ['cap is 30', '+02:00', 'undecidable'],
    ['only with CreateSubagent', '+02:00', 'undecidable'],
    ['it was the moon', '+02:00', 'undecidable'],
  ])('%s (%s): %s', (text, zone, verdict) => {
    expect(judge(text, seedEvidence(zone), zone).verdict).toBe(verdict)
  })

  it('says under which offsets the reset could have been at 17:20', () => {
    const { byOffset } = judge('5h window reset at 17:20', seedEvidence(), 'unknown')
    const fitting = Object.entries(byOffset ?? {}).filter(([, verdict]) => verdict === 'consistent')
    expect(fitting.map(([offset]) => offset)).toEqual(['-08:00', '-03:00', '+02:00', '+07:00', '+12:00'])
  })
})

describe('claims about the cap and failed calls', () => {
  const FIVE = '2026-03-02T15:00:00Z'
  const capped = evidenceWith({
    snapshots: [snapshot('2026-03-02T12:00:00Z', [meter('5h', 1, FIVE)], { cap: 20 })],
  })

  it.each([
    ['cap is 20', 'supported'],
    ['cap is 30', 'contradicted'],
  ])('%s: %s', (text, verdict) => {
    expect(judge(text, capped).verdict).toBe(verdict)
  })

  const failing = (count: number, before: number, after: number) =>
    evidenceWith(
      page(
        [
          row('2026-03-02T11:00:00Z'),
          ...Array.from({ length: count }, (_, n) =>
            row(`2026-03-02T12:${String(n + 10).padStart(2, '0')}:00Z`, { outcome: 'failure', status: 403 }),
          ),
        ],
        at('2026-03-02T13:30:00Z'),
      ),
      {
        snapshots: [
          snapshot('2026-03-02T12:00:00Z', [meter('5h', before, FIVE)]),
          snapshot('2026-03-02T13:00:00Z', [meter('5h', after, FIVE)]),
        ],
      },
    )

  it.each([
    [30, 40, 45, 'consistent'],
    [30, 40, 42, 'contradicted'], // within the rounding of two whole percents
    [5, 40, 40, 'undecidable'],
  ] as const)('%i failures, meter from %i to %i: %s', (count, before, after, verdict) => {
    expect(judge('failed calls use quota', failing(count, before, after)).verdict).toBe(verdict)
  })
})

describe('"only with subagents"', () => {
  const start = at('2026-03-02T08:00:00Z')
  const clock = (minutes: number) => writeInstant(later(start, minutes * MINUTE))

  /** Eight hours of work, a row every five minutes; subagents in every fourth half hour; blocks where told. */
  function history(blockedAt: readonly number[]): Evidence {
    const rows = Array.from({ length: 96 }, (_, n) => row(clock(n * 5)))
    const refused = blockedAt.map((minutes) => row(clock(minutes), { outcome: 'failure', status: 429 }))
    const marks = [0, 120, 240, 360].map((minutes): Mark => {
      const from = later(start, minutes * MINUTE)
      return {
        id: evidenceId('mark', minutes),
        kind: 'subagents',
        text: '',
        when: { kind: 'span', span: span(from, later(from, 30 * MINUTE)) },
      }
    })
    return evidenceWith(page([...rows, ...refused], later(start, 9 * HOUR)), { marks })
  }

  it.each([
    [[3, 123, 243, 363], 'consistent'],
    [[3, 123, 243, 303], 'contradicted'], // the last one is an hour from any subagent
    [[3], 'undecidable'],
  ] as const)('blocks at minutes %j: %s', (minutes, verdict) => {
    expect(judge('only when subagents run', history(minutes)).verdict).toBe(verdict)
  })
})

describe('fisherExact', () => {
  it.each([
    [3, 1, 1, 3, 0.4857],
    [8, 2, 1, 5, 0.035],
    [0, 0, 0, 0, 1],
    [10, 0, 0, 10, 0.0000108],
  ])('%i %i %i %i: %d', (a, b, c, d, p) => {
    expect(fisherExact(a, b, c, d)).toBeCloseTo(p, 4)
  })
})
