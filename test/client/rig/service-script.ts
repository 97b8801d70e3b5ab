import type { TextName } from '../texts.ts'

/** One answer of the scripted model: what it says, and the tools that it calls. */
export interface Answer {
  readonly text: string
  readonly tools?: readonly { readonly name: string; readonly args: object }[]
  /** Milliseconds to the first token, where this answer has its own. */
  readonly first?: number
  /** The stream breaks off in the middle. */
  readonly breaks?: boolean
}

/** A quota of the account: in units of which a call takes one. */
export interface Quota {
  readonly id: '5h' | '7d' | 'month_total' | 'month_code'
  readonly limit: number
  readonly used: number
  /** Seconds. */
  readonly length: number
  readonly resetIn: number
  /** What it refuses with when it is used up. */
  readonly text?: TextName
}

/** How a limiter and a model behave that do as they are told. */
export interface ServiceScript {
  readonly what: string
  /** Requests that may be answered at once. */
  readonly cap?: number
  readonly capText?: TextName
  readonly quotas?: readonly Quota[]
  /** Sends `retry-after` with each refusal. Seconds. */
  readonly retryAfter?: number
  /** The shape of /usages: both encodings, or counts alone. */
  readonly usages?: 'both' | 'legacy'
  /** How long answers take, in milliseconds: to the first token, and from there on; each at least and at most. */
  readonly first?: readonly [number, number]
  readonly stream?: readonly [number, number]
  /** What a prompt that names a script is answered with, one answer a request. */
  readonly scripts: Readonly<Record<string, readonly Answer[]>>
  readonly env?: Readonly<Record<string, string>>
  /** In this mode wire.jsonl tells nothing of refusals, so that the log alone can be held against the truth. */
  readonly wireIsSilent?: boolean
}
