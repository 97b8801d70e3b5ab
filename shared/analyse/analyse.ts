import type { Evidence } from '../evidence/evidence.ts'
import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import { accountOf } from './account.ts'
import { findBursts } from './bursts.ts'
import { judgeClaim } from './claims/judge-claim.ts'
import { findFindings } from './findings.ts'
import { incidentsIn } from './incidents.ts'
import { outlookOf } from './outlook.ts'
import { framesOf } from './placed-records.ts'
import type { Report } from './report.ts'
import type { Rules } from './rules.ts'
import { quotaWindows, resetsOf } from './windows.ts'

export interface AnalyseOptions {
  readonly now: Instant
  /** For evidence that was printed without a zone and kept without one. */
  readonly zone: Zone
  readonly rules: Rules
  /** What somebody says about it, to be held against the evidence (docs/claims.md). */
  readonly claims?: readonly string[]
}

/**
 * Everything that can be concluded about one account: a pure function, the same evidence and options give the same
 * Report, byte for byte, whatever the order of the evidence.
 */
export function analyse(evidence: Evidence, { now, zone, rules, claims = [] }: AnalyseOptions): Report {
  const account = accountOf(evidence, now, zone, rules)
  const { utc, wall } = framesOf(evidence.records, zone)
  const circumstances = { evidence, account, now, zone, rules }
  const dated = incidentsIn(utc, circumstances)
  const zoneless = incidentsIn(wall, circumstances)
  const incidents = [...dated.incidents, ...zoneless.incidents]
  const windows = quotaWindows(account, utc, incidents, now, rules)
  return {
    now,
    zone,
    counts: {
      records: evidence.records.length,
      snapshots: evidence.snapshots.length,
      errors: evidence.errors.length,
      rejects: evidence.rejects.length,
    },
    rejects: evidence.rejects,
    coverage: dated.coverage,
    readings: account.readings.map(({ snapshot, span, basis, grid }) => ({
      snapshot: snapshot.id,
      span,
      basis,
      grid: grid?.id ?? null,
    })),
    windows,
    resets: resetsOf(windows, account, now, rules),
    incidents,
    findings: findFindings(evidence, account, incidents, [...dated.undecided, ...zoneless.undecided], zone),
    claims: claims.map((text) =>
      judgeClaim(text, { ...circumstances, frame: utc, coverage: dated.coverage, incidents }),
    ),
    bursts: findBursts(utc.records, rules),
    outlook: outlookOf(account, now),
  }
}
