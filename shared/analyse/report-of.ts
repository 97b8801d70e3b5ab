import type { AnalyseOptions } from './analyse-options.ts'
import { judgeClaim } from './views/claims/judge-claim.ts'
import { rowsIn, type Digest } from './digest.ts'
import { findFindings } from './findings.ts'
import { circumstancesOf, incidentsIn, type JudgedBlocks } from './blocks/incidents.ts'
import { outlookOf } from './readings/outlook/outlook.ts'
import type { Report } from './report.ts'
import { quotaWindows, resetsOf } from './readings/windows.ts'

/** Judges a digest. `judged` holds the incidents of an earlier Report that still stand; without it all are judged. */
export function reportOf(digest: Digest, options: AnalyseOptions, judged: JudgedBlocks = new Map()): Report {
  const { account, utc, wall } = digest
  const { now, zone, rules, claims = [] } = options
  const circumstances = circumstancesOf(digest, options)
  const { evidence } = circumstances
  const dated = incidentsIn(utc, circumstances, judged)
  const zoneless = incidentsIn(wall, circumstances, new Map())
  const incidents = [...dated.incidents, ...zoneless.incidents]
  const windows = quotaWindows(account, utc.frame, incidents, now, rules)
  const undecided = [...dated.undecided, ...zoneless.undecided]
  return {
    now,
    zone,
    counts: {
      records: rowsIn(digest),
      snapshots: evidence.snapshots.length,
      errors: evidence.errors.length,
      costs: evidence.costs.length,
      rejects: evidence.rejects.length,
    },
    rejects: evidence.rejects,
    coverage: utc.coverage,
    readings: account.reported,
    windows,
    resets: resetsOf(windows, account, now, rules),
    incidents,
    findings: findFindings(digest, incidents, undecided, rules),
    claims: claims.map((text) =>
      judgeClaim(text, { ...circumstances, frame: utc.frame, coverage: utc.coverage, incidents }),
    ),
    bursts: utc.bursts,
    outlook: outlookOf(account, now),
  }
}
