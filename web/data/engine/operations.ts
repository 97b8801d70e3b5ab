import type { Zone } from '../../../shared/time/zone.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Findings, Progress } from '../findings.ts'
import type { FailureData } from '../worker/failure-data.ts'

/** What the pages want to be kept up to date about. */
export interface Watched {
  readonly account: string
  readonly zone: Zone
  /** The moment that the report is made for. */
  readonly now: Instant
}

/** An answer, and the version of the findings that it is about. */
export type VersionedAnswer = { readonly version: number } & (
  { readonly value: unknown } | { readonly failure: FailureData }
)

/** What the engine may be asked for: both go on until they are cancelled. */
export interface EngineOperations {
  /** The findings, now and after each change. A later one takes the place of the one before. */
  readonly watch: {
    /** `retry`: try again after a failure. */
    readonly ask: Watched & { readonly retry?: boolean }
    readonly gives: { readonly version: number; readonly findings: Findings }
    readonly progress: Progress
  }
  /** The answer to a question, now and after each change. */
  readonly ask: {
    readonly ask: { readonly question: string; readonly ask: unknown }
    readonly gives: VersionedAnswer
    readonly progress: never
  }
}
