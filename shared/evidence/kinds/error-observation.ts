import type { ClientCall } from './client-call.ts'
import type { MaybeExample } from '../example.ts'
import type { Origin } from '../origin.ts'
import type { When } from '../when.ts'

/** What an error text says, in the order in which people look for them. */
export const ERROR_CLASSES = [
  'window_5h',
  'window_7d',
  'window_month',
  /** A quota was used up, and the text does not say which. */
  'quota_unnamed',
  'concurrency',
  'rate_or_concurrency',
  'overloaded',
  'balance',
  'client_not_allowed',
  'plan_access',
  'account',
  'auth',
  'service',
  /** Moonshot's open platform (api.moonshot.*) said it: another product, whose limits are not those of Kimi Code. */
  'open_platform',
  'other',
] as const

export type ErrorClass = (typeof ERROR_CLASSES)[number]

/** One refusal that a client or a person has kept the text of. */
export interface ErrorObservation extends MaybeExample {
  readonly id: string
  readonly when: When
  readonly errorClass: ErrorClass
  /**
   * HTTP status, where the text gives one. Statuses have changed over time; the class decides
   * (docs/kimi.md#error-texts).
   */
  readonly status: number | null
  /** The `type` field of the error body; begins with CONSOLE_TYPE where the console refused its own page. */
  readonly type: string | null
  /** The message, with keys, ids and paths masked. */
  readonly message: string
  /** Tries that this line stands for; null when not stated. */
  readonly attempts: number | null
  /** The snapshot that was read right after it in the same paste: the error is assumed to be of that reading's time. */
  readonly readWith: string | null
  /** Which of Kimi's own clients was refused; missing where it was another, or nothing says which. */
  readonly client?: ClientCall['client']
  readonly origins: readonly Origin[]
}

/** How the `type` of an error of the console's own services begins. */
export const CONSOLE_TYPE = 'console:'

/** How the `type` of an error begins that kimi-code has named itself: `provider.auth_error`. */
const OWN_CLIENT_TYPE = 'provider.'

/** Whether it was one of Kimi's own clients that was refused, as far as something says so. */
export const isOfOwnClient = ({ client, type }: ErrorObservation): boolean =>
  client !== undefined || type?.startsWith(OWN_CLIENT_TYPE) === true

/** Whose limits a text is about. */
export type Product = 'kimi_code' | 'open_platform'

export const productOf = ({ errorClass }: Pick<ErrorObservation, 'errorClass'>): Product =>
  errorClass === 'open_platform' ? 'open_platform' : 'kimi_code'

/**
 * Whether it was a call of Kimi Code that was refused. The console also refuses its own page, when a sign-in has run
 * out, and the open platform refuses its own callers; that says nothing about calls, and no verdict may rest on it.
 */
export const isAboutCalls = (error: ErrorObservation): boolean =>
  productOf(error) === 'kimi_code' && error.type?.startsWith(CONSOLE_TYPE) !== true
