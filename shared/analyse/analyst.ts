import type { Evidence } from '../evidence/evidence.ts'
import type { Instant } from '../time/instant.ts'
import { spansOverlap, type Span } from '../time/span.ts'
import { accountOf } from './account.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import { digestOf, type Digest } from './digest.ts'
import { extendDigest, ownDigest, type OwnDigest } from './extend-digest.ts'
import type { JudgedBlocks } from './incidents.ts'
import type { Report } from './report.ts'
import { reportOf } from './report-of.ts'

/** Keeps a Report up to date while evidence comes in, at the cost of what the new evidence touches. */
export interface Analyst {
  readonly add: (added: Evidence) => void
  /** Exactly what `analyse` gives for all evidence so far (a property test holds it). */
  readonly report: (now: Instant) => Report
}

/**
 * Starts with what is known, merged as a store gives it. What comes is worked into the digest; incidents stay judged until
 * something that had a say in them changes.
 */
export function startAnalyst(known: Evidence, options: Omit<AnalyseOptions, 'now'>, now: Instant): Analyst {
  let digest: Digest = digestOf(known, { ...options, now })
  let own: OwnDigest | null = null
  const judged: JudgedBlocks = new Map()
  return {
    add: (added) => {
      const extended = extendDigest((own ??= ownDigest(digest)), added, { ...options, now })
      if (extended.touched) forget(judged, extended.touched)
      else judged.clear()
      digest = own = extended.digest
    },
    report: (at) => {
      const current = placedAt(digest, at, options)
      if (current.account !== digest.account) judged.clear()
      return reportOf(current, { ...options, now: at }, judged)
    },
  }
}

/** Only readings without a time of their own are placed by what "now" is. */
function placedAt(digest: Digest, now: Instant, { zone, rules }: Omit<AnalyseOptions, 'now'>): Digest {
  return digest.account.placedByNow
    ? { ...digest, account: accountOf(digest.evidence, now, zone, rules) }
    : digest
}

function forget(judged: JudgedBlocks, touched: readonly Span[]): void {
  for (const [key, { rowsLookedAt }] of judged)
    if (touched.some((each) => spansOverlap(each, rowsLookedAt))) judged.delete(key)
}
