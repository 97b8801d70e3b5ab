import type { Cause, Verdict } from '../../shared/analyse/report.ts'

/** What a Report should say of a scenario, out of everything that its user could bring in. */
export interface Expected {
  readonly leading: Cause | 'unknown'
  readonly verdicts?: Readonly<Partial<Record<Cause, Verdict>>>
}

/** One incident each; in those that are not here nothing was blocked, or the text interface was shown one limit after the other. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  'account': { leading: 'account', verdicts: { account: 'supported' } },
  'ambiguous429': {
    leading: 'unknown',
    verdicts: { quota_5h: 'contradicted', quota_7d: 'contradicted', concurrency: 'contradicted' },
  },
  'cap403-agents': { leading: 'concurrency', verdicts: { concurrency: 'supported' } },
  'cap429-agents': {
    leading: 'concurrency',
    verdicts: { concurrency: 'supported', platform: 'undecidable' },
  },
  'faults': { leading: 'platform', verdicts: { platform: 'supported' } },
  'overloaded': { leading: 'platform', verdicts: { platform: 'supported' } },
  'overloaded-out': { leading: 'platform', verdicts: { platform: 'supported' } },
  'quota5h': { leading: 'quota_5h', verdicts: { quota_5h: 'supported', quota_7d: 'contradicted' } },
  'quota5h-old429': { leading: 'quota_5h', verdicts: { quota_5h: 'supported', quota_7d: 'contradicted' } },
  'quota7d': { leading: 'quota_7d', verdicts: { quota_7d: 'supported' } },
  'quotaMonth': { leading: 'quota_month', verdicts: { quota_month: 'supported' } },
  'retry-after': { leading: 'unknown', verdicts: { platform: 'undecidable', account: 'undecidable' } },
  'two-sessions': { leading: 'concurrency', verdicts: { concurrency: 'supported' } },
}
