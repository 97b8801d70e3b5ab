import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { DAY_OF_HOURS, HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot } from '../build.ts'

const NOON = at('2026-06-02T12:00:00Z')
const clock = (after: number) => writeInstant(later(NOON, after))
const reportOf = (...parts: readonly Partial<Evidence>[]) =>
  reportFrom(evidenceWith(...parts), { now: later(NOON, 5 * DAY_OF_HOURS), zone: UTC, rules: DEFAULT_RULES })

/** A page that shows a row of the moment that it was captured at, by a clock so far behind. */
const behindBy = (behind: number, after: number) => page([row(clock(after))], later(NOON, after - behind))

describe('what disputes a full meter', () => {
  const FULL = [50, 55].map((minute) =>
    snapshot(clock(minute * MINUTE), [meter('7d', 100, '2026-06-08T00:00:00Z')]),
  )
  const failed = [28, 33].map((minute) =>
    row(clock(minute * MINUTE), { outcome: 'failure', status: 429, statusText: null }),
  )
  const verdictBy = (behind: number, snapshots: Evidence['snapshots'], served: readonly number[]) =>
    reportOf(
      page([...served.map((minute) => row(clock(minute * MINUTE))), ...failed], later(NOON, HOUR)),
      behindBy(behind, -HOUR),
      { snapshots },
    ).incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_7d')?.verdict

  const early = snapshot(clock(10 * MINUTE), [meter('7d', 100, '2026-06-08T00:00:00Z')])
  const short = snapshot(clock(31 * MINUTE), [meter('7d', 90, '2026-06-08T00:00:00Z')])

  it('is nothing where it was first read after the refusals, and all was seen', () => {
    expect(verdictBy(0, FULL, [0])).toBe('supported')
  })

  it.each([
    ['a success since it was first read full', [early, ...FULL], [0, 20]],
    ['that it was read after a refusal, and was not full', [short, ...FULL.slice(1)], [0]],
  ] as const)('%s, does so however uncertain its time is', (_, snapshots, served) => {
    expect(verdictBy(0, snapshots, served)).toBe('consistent')
    for (const minutes of [1, 3, 8, 15, 45])
      expect([minutes, verdictBy(minutes * MINUTE, snapshots, served)]).not.toEqual([minutes, 'supported'])
  })
})
