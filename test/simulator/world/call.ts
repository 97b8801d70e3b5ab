import type { Cause } from '../../../shared/analyse/report.ts'
import type { Wording } from './wording.ts'

/** Who makes calls: one client on one device. */
export interface Caller {
  readonly device: number
  readonly client: 'kimi-cli' | 'kimi-code' | 'other'
  readonly userAgent: string
  /** The name of the API key; null for a signed-in device. */
  readonly apiKey: string | null
  readonly subagent: boolean
}

export interface Refusal {
  /** Every limit that would have refused it; the first is the one that did. */
  readonly causes: readonly [Cause, ...Cause[]]
  readonly wording: Wording
}

/** One HTTP request, as it really was. Times are ms UTC. */
export interface Call {
  readonly number: number
  readonly caller: Caller
  readonly start: number
  readonly end: number
  readonly refusal: Refusal | null
}
