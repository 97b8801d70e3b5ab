import { NO_EVIDENCE, type Evidence } from '../evidence/evidence.ts'
import { mergeEvidence } from '../evidence/merge.ts'
import type { Instant } from '../time/instant.ts'
import { spansOverlap, widenSpan, type Span } from '../time/span.ts'
import { accountOf } from './account.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import { digestOf, type Digest } from './digest.ts'
import { extendDigest } from './extend-digest.ts'
import type { JudgedBlocks } from './incidents.ts'
import type { Report } from './report.ts'
import { reportOf } from './report-of.ts'

/** Keeps a Report up to date while evidence comes in, at the cost of what the new evidence touches. */
export interface Analyst {
  readonly add: (added: Evidence) => void
  /** Exactly what `analyse` gives for all evidence so far (a property test holds it). */
  readonly report: (now: Instant) => Report
  /** All evidence so far, merged. */
  readonly evidence: () => Evidence
}

/**
 * Starts with what is known, merged as a store gives it. Pages of history rows, by far the most frequent news, are worked
 * into the digest; anything else (error texts, logs, marks) has the digest made anew. Incidents stay judged until something
 * near them changes.
 */
export function startAnalyst(known: Evidence, options: Omit<AnalyseOptions, 'now'>, now: Instant): Analyst {
  let digest = digestOf(known, { ...options, now })
  const judged: JudgedBlocks = new Map()
  return {
    add: (added) => {
      const extended = isPage(added) ? extendDigest(digest, added, { ...options, now }) : null
      if (extended) forget(judged, extended.touched, options.rules.longestInfluence)
      else judged.clear()
      digest = extended?.digest ?? digestOf(mergeEvidence(digest.evidence, added), { ...options, now })
    },
    report: (at) => {
      const current = placedAt(digest, at, options)
      if (current.account !== digest.account) judged.clear()
      return reportOf(current, { ...options, now: at }, judged)
    },
    evidence: () => digest.evidence,
  }
}

const isPage = ({ errors, calls, marks, snapshots }: Evidence): boolean =>
  errors.length === 0 &&
  calls.length === 0 &&
  marks.length === 0 &&
  snapshots.length === NO_EVIDENCE.snapshots.length

/** Only readings without a time of their own are placed by what "now" is. */
function placedAt(digest: Digest, now: Instant, { zone, rules }: Omit<AnalyseOptions, 'now'>): Digest {
  return digest.account.placedByNow
    ? { ...digest, account: accountOf(digest.evidence, now, zone, rules) }
    : digest
}

function forget(judged: JudgedBlocks, touched: readonly Span[], reach: number): void {
  for (const [key, { block }] of judged) {
    const influence = block.span && widenSpan(block.span, reach)
    if (!influence || touched.some((each) => spansOverlap(each, influence))) judged.delete(key)
  }
}
