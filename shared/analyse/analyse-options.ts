import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import type { Rules } from './rules.ts'

export interface AnalyseOptions {
  readonly now: Instant
  /** For evidence that was printed without a zone and kept without one. */
  readonly zone: Zone
  readonly rules: Rules
  /** What somebody says about it, to be held against the evidence (docs/claims.md). */
  readonly claims?: readonly string[]
}
