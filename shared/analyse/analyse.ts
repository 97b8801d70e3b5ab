import type { Evidence } from '../evidence/evidence.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import type { Analysis } from './analysis.ts'
import { Derived } from './derived.ts'
import { digestOf } from './digest.ts'
import type { Report } from './report.ts'
import { reportOf } from './report-of.ts'

/**
 * Everything that can be concluded about one account: a pure function, the same evidence and options give the same
 * Report, byte for byte, whatever the order of the evidence. For evidence that keeps coming see analyst.ts.
 */
export function analyse(evidence: Evidence, options: AnalyseOptions): Analysis {
  const digest = digestOf(evidence, options)
  const derived = new Derived(evidence, options, digest)
  return { evidence, report: reportOf(digest, options), rules: options.rules, derived }
}

/** The Report alone. */
export const reportFrom = (evidence: Evidence, options: AnalyseOptions): Report =>
  analyse(evidence, options).report
