import type { Evidence } from '../evidence/evidence.ts'
import type { Instant } from '../time/instant.ts'
import { spansOverlap, type Span } from '../time/span.ts'
import { accountOf } from './readings/account.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import type { Analysis } from './analysis.ts'
import { Derived } from './derived.ts'
import { digestOf, type Digest } from './digest.ts'
import { extendDigest } from './extend-digest.ts'
import type { JudgedBlocks } from './blocks/incidents.ts'
import { reportOf } from './report-of.ts'
import type { Report } from './report.ts'

/** Keeps an analysis up to date while evidence comes in, at the cost of what the new evidence touches. */
export interface Analyst {
  readonly add: (added: Evidence) => void
  /** Exactly the Report that `analyse` gives for all evidence so far (a property test holds it). */
  readonly report: (now: Instant) => Report
  /** The analysis with that Report, of all evidence so far as the store gives it. */
  readonly analysis: (evidence: Evidence, now: Instant) => Analysis
}

/**
 * Starts with what is known, merged as a store gives it. What comes is worked into the digest; incidents stay judged until
 * something that had a say in them changes.
 */
export function startAnalyst(known: Evidence, options: Omit<AnalyseOptions, 'now'>, now: Instant): Analyst {
  const { rules } = options
  let digest: Digest = digestOf(known, { ...options, now })
  let derived: Derived | null = null
  const judged: JudgedBlocks = new Map()
  const digestAt = (at: Instant): Digest => {
    const current = placedAt(digest, at, options)
    if (current.account !== digest.account) judged.clear()
    return current
  }
  return {
    add: (added) => {
      const extended = extendDigest(digest, added, { ...options, now })
      if (extended.touched) forget(judged, extended.touched)
      else judged.clear()
      digest = extended.digest
    },
    report: (at) => reportOf(digestAt(at), { ...options, now: at }, judged),
    analysis: (evidence, at) => {
      const current = digestAt(at)
      const asked = { ...options, now: at }
      if (derived?.digest !== current) derived = new Derived(evidence, asked, current)
      return { evidence, report: reportOf(current, asked, judged), rules, derived }
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
