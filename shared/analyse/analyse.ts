import type { Evidence } from '../evidence/evidence.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import { digestOf } from './digest.ts'
import type { Report } from './report.ts'
import { reportOf } from './report-of.ts'

/**
 * Everything that can be concluded about one account: a pure function, the same evidence and options give the same
 * Report, byte for byte, whatever the order of the evidence. For evidence that keeps coming see analyst.ts.
 */
export const analyse = (evidence: Evidence, options: AnalyseOptions): Report =>
  reportOf(digestOf(evidence, options), options)
