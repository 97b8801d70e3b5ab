import type { Evidence } from '../evidence/evidence.ts'
import type { Derived } from './derived.ts'
import type { Report } from './report.ts'
import type { Rules } from './rules.ts'

/**
 * What was concluded about an account, what it was concluded from, and what was worked out on the way. Lanes, days, claims,
 * the answer and exports are views of one: they derive nothing again. A view of less has another `report`:
 *
 *     { ...analysis, report: { ...analysis.report, incidents: [one] } }
 */
export interface Analysis {
  readonly evidence: Evidence
  readonly report: Report
  readonly rules: Rules
  readonly derived: Derived
}

/** What views need that derive nothing. */
export type Concluded = Pick<Analysis, 'report' | 'evidence'>
