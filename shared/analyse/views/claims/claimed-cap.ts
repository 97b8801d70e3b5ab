import { against, directFor, neutral } from '../../judge/facts/fact.ts'
import type { Fact } from '../../report.ts'
import type { ClaimCase } from './claim-case.ts'

/**
 * "The cap is N": held against the caps that readings state, the latest first. Caps differ by plan and have changed
 * (10, 20 and 30 seen, docs/kimi.md#usages), so a reading decides only for its own time; where none states one, nothing
 * does.
 */
export function capFacts(claimed: number, { account }: ClaimCase): readonly Fact[] {
  const stated = account.readings.filter(({ snapshot }) => snapshot.cap !== null)
  const latest = stated.at(-1)
  const cap = latest?.snapshot.cap ?? null
  if (!latest || cap === null)
    return [
      neutral('claim_cap_not_read', { values: { claimed: { unit: 'count', value: claimed } }, refs: [] }),
    ]
  const details = {
    values: {
      claimed: { unit: 'count', value: claimed },
      cap: { unit: 'count', value: cap },
      at: { unit: 'instant', value: latest.span.from },
    },
    refs: [latest.snapshot.id],
  } as const
  return [cap === claimed ? directFor('claim_cap_read', details) : against('claim_cap_read', true, details)]
}
