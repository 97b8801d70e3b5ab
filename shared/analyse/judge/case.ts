import type { Instant } from '../../time/instant.ts'
import type { Span } from '../../time/span.ts'
import type { Block } from '../blocks/block.ts'
import type { GridReach } from '../readings/grid-certainty.ts'
import type { Grid } from '../readings/grid.ts'
import type { LoggedCalls } from '../logs/logged-calls.ts'
import type { MeterIndex } from '../readings/meter-index.ts'
import type { PlacedRecord } from '../clocks/placed-records.ts'
import type { Reading } from '../readings/readings.ts'
import type { Cause, Coverage, Fact } from '../report.ts'
import type { NamedAt } from './named-quotas.ts'
import type { Rules } from '../rules.ts'
import type { Successes } from '../logs/successes.ts'

/** All that the rules may look at to judge one blocked window. Everything is on one clock, true UTC. */
export interface Case {
  readonly block: Block
  readonly grid: Grid | null
  /** Where resets on the grid are sure enough to contradict (grid-certainty.ts). */
  readonly reach: GridReach
  /** Stretches in which the grid gave way to another: a plan or a subscription was changed. */
  readonly changes: readonly Span[]
  /** Readings of several accounts lie among each other: then rows may be of several, too. */
  readonly mixed: boolean
  /** Readings of this account, sorted by time. */
  readonly readings: readonly Reading[]
  /** The same readings by window and segment. */
  readonly meters: MeterIndex
  readonly records: readonly PlacedRecord[]
  /** What succeeded: rows, and calls in clients' logs. */
  readonly successes: Successes
  /** What clients' logs tell of the calls that were taken, and how long each was in flight. */
  readonly logged: LoggedCalls
  readonly coverage: Coverage
  /** When texts named a quota as used up, in this block or elsewhere. */
  readonly named: NamedAt
  readonly now: Instant
  readonly rules: Rules
}

/** A rule looks at a case and says what speaks for or against one cause. */
export type Rule = (subject: Case) => readonly Fact[]

/** The rules that may speak to each cause; judge.ts turns their facts into a verdict. */
export type RulesByCause = Readonly<Record<Cause, readonly Rule[]>>
