import type { EvidenceBesideRows } from '../../../evidence/evidence.ts'
import type { Instant } from '../../../time/instant.ts'
import type { Zone } from '../../../time/zone.ts'
import type { Account } from '../../readings/account.ts'
import type { Frame } from '../../clocks/placed-records.ts'
import type { NamedAt } from '../../judge/named-quotas.ts'
import type { Coverage, Incident } from '../../report.ts'
import type { Rules } from '../../rules.ts'
import type { Successes } from '../../logs/successes.ts'

/** All that a claim may be held against. */
export interface ClaimCase {
  readonly evidence: EvidenceBesideRows
  readonly account: Account
  readonly frame: Frame
  readonly successes: Successes
  readonly named: NamedAt
  readonly coverage: Coverage
  readonly incidents: readonly Incident[]
  /** The incident that a claim is made about: a time without a day is of its day. Null: the nearest one. */
  readonly about?: Incident | null
  readonly now: Instant
  readonly zone: Zone
  readonly rules: Rules
}
