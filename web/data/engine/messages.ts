import type { Zone } from '../../../shared/time/zone.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Findings, Progress } from '../findings.ts'
import type { FailureData } from './failure-data.ts'

/** What the pages want to be kept up to date about. */
export interface Watched {
  readonly account: string
  readonly zone: Zone
  /** The moment that the report is made for. */
  readonly now: Instant
}

/** What a page tells the engine. Plain data: it crosses to another thread. */
export type Instruction =
  | { readonly kind: 'watch'; readonly watched: Watched }
  /** Try again after a failure. */
  | { readonly kind: 'again' }
  /** `asker` gets the answer now and after each change, until it asks something else or leaves. */
  | {
      readonly kind: 'ask'
      readonly asker: number
      readonly serial: number
      readonly question: string
      readonly ask: unknown
    }
  | { readonly kind: 'leave'; readonly asker: number }

/** What the engine tells the pages. */
export type Notice =
  | { readonly kind: 'reading'; readonly account: string; readonly progress: Progress }
  | { readonly kind: 'findings'; readonly version: number; readonly findings: Findings }
  | { readonly kind: 'failed'; readonly failure: FailureData }
  /** `version` is that of the findings which the answer is about. */
  | {
      readonly kind: 'answer'
      readonly asker: number
      readonly serial: number
      readonly version: number
      readonly value: unknown
    }
  | {
      readonly kind: 'unanswered'
      readonly asker: number
      readonly serial: number
      readonly version: number
      readonly failure: FailureData
    }
