import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// Refused at 12:00, 12:10 and 12:20; the 5 h window ends at 15:00.
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const CLOCKS = ['12:00', '12:10', '12:20'] as const
const failed = (...statuses: readonly number[]) =>
  statuses.map((status, index) => row(today(CLOCKS[index] ?? ''), { outcome: 'failure', status }))
const ok = (clock: string) => row(today(clock))
const full = (clock: string) =>
  snapshot(today(clock), [meter('5h', 100, today('15:00')), meter('7d', 30, '2026-06-08T00:00:00Z')])

function verdicts(...parts: readonly Partial<Evidence>[]) {
  const options = { now: at(today('16:00')), zone: zoneNamed('UTC'), rules: DEFAULT_RULES }
  const [incident] = reportFrom(evidenceWith(...parts), options).incidents
  const verdictOn = (cause: string) => incident?.verdicts.find((each) => each.cause === cause)?.verdict
  return { platform: verdictOn('platform'), quota: verdictOn('quota_5h') }
}

describe('rows with server errors', () => {
  it.each([
    ['all of them', [500, 503, 502], 'supported'],
    ['only one', [503], 'supported'],
    ['most of the time', [503, 503, 429], 'supported'],
    ['the lesser part of the time', [429, 503, 429], 'consistent'],
    ['none: just below', [499 - 70, 429, 403], 'undecidable'],
  ] as const)('%s', (_, statuses, platform) => {
    expect(verdicts(page([ok('11:00'), ...failed(...statuses), ok('12:30')])).platform).toBe(platform)
  })

  it.each([
    ['refusals with 403 and a full meter', [403, 403, 403], 'supported', 'undecidable'],
    ['server errors and a full meter', [500, 500, 500], 'undecidable', 'supported'],
    ['401, which is said of a key, and a full meter', [401, 401, 401], 'consistent', 'undecidable'],
    ['402, which is said of a membership, and a full meter', [402, 402, 402], 'consistent', 'undecidable'],
    ['401 for the lesser part of the time', [403, 403, 401], 'supported', 'undecidable'],
  ] as const)('no quota refuses with them: %s', (_, statuses, quota, platform) => {
    const rows = page([ok('11:00'), ...failed(...statuses), ok('15:02')], at(today('15:10')))
    expect(verdicts(rows, { snapshots: [full('12:05'), full('14:00')] })).toEqual({ quota, platform })
  })

  it('texts beside them that name something else leave them a part', () => {
    const errors = CLOCKS.map((clock) => refusal('window_5h', today(clock), { status: 403 }))
    const { platform, quota } = verdicts(page([ok('11:00'), ...failed(500), ok('15:02')]), { errors })
    expect([platform, quota]).toEqual(['consistent', 'supported'])
  })
})

describe('a success after the meter read full', () => {
  it.each([
    ['nothing succeeded', [], 'supported'],
    ['a second after it', ['11:50:01'], 'consistent'],
    ['just before it', ['11:49:59'], 'supported'],
    ['of a call that may have begun before: it counts all the same', ['11:58:00'], 'consistent'],
    ['after the refusals, and before the reset', ['14:50:00'], 'consistent'],
  ] as const)('%s', (_, clocks, quota) => {
    const served = clocks.map((clock) => row(`2026-06-02T${clock}Z`))
    const rows = page([ok('11:00'), ...served, ...failed(403, 403, 403), ok('15:02')], at(today('15:10')))
    const { quota: judged } = verdicts(rows, { snapshots: [full('11:50'), full('12:05')] })
    expect(judged === 'undecidable' ? 'consistent' : judged).toBe(quota)
  })
})
