import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'

export const FORMATS = ['json', 'md', 'csv', 'ics'] as const
export type Format = (typeof FORMATS)[number]

/** One input as named on the command line. */
export interface InputArgument {
  /** Path, or `-` for standard input. */
  readonly file: string
  readonly zone: Zone
  /** When it was captured, where somebody said so. */
  readonly takenAt: Instant | null
}

/** What the command line asks for. */
export interface ReportArguments {
  readonly inputs: readonly InputArgument[]
  readonly zone: Zone
  /** Null: now. */
  readonly now: Instant | null
  readonly account: string | null
  readonly claims: readonly string[]
  readonly format: Format
  readonly unmasked: boolean
}

/** A command line that is not one; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
