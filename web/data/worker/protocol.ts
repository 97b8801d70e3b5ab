import type { FailureData } from './failure-data.ts'

/** What may be asked of a worker by one name: what goes with it, what comes back, and what is told on the way. */
interface Operation {
  readonly ask: unknown
  readonly gives: unknown
  readonly progress: unknown
}

export type Operations<Names extends string> = Readonly<Record<Names, Operation>>

/** One request of any operation. An id is used once. */
export type Request<Of extends Operations<keyof Of & string>> = {
  readonly [Name in keyof Of & string]: {
    readonly kind: 'request'
    readonly id: number
    readonly operation: Name
    readonly ask: Of[Name]['ask']
  }
}[keyof Of & string]

/**
 * What a page sends to a worker. Plain data: it crosses to another thread.
 *
 *     request ──▶ progress, progress, … answer     a job: answered once, or failed
 *     request ──▶ answer, … answer, … cancel       a subscription: answered anew after each change
 */
export type ToWorker<Of extends Operations<keyof Of & string>> =
  Request<Of> | { readonly kind: 'cancel'; readonly id: number }

/** What a worker sends back about a request. */
export type FromWorker<Of extends Operations<keyof Of & string>> = {
  readonly [Name in keyof Of & string]:
    | { readonly kind: 'answer'; readonly id: number; readonly value: Of[Name]['gives'] }
    | { readonly kind: 'progress'; readonly id: number; readonly progress: Of[Name]['progress'] }
    | { readonly kind: 'failed'; readonly id: number; readonly failure: FailureData }
}[keyof Of & string]
