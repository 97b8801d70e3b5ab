import type { Cause } from '../../../shared/analyse/report.ts'
import type { ErrorClass } from '../../../shared/evidence/kinds/error-observation.ts'
import type { Random } from '../random.ts'

/** How the service words a refusal: status, body type and message, and the class that its reader should find. */
export interface Wording {
  readonly status: number
  readonly type: string | null
  readonly message: string
  readonly errorClass: ErrorClass
}

/**
 * `old` as the error reference of mid-2026 (docs/kimi.md#error-texts), `new` as captured in August and September 2026.
 */
export type Era = 'old' | 'new'

/** Names no limit: concurrency and the throttle are told in the same words. */
export const THROTTLED: Wording = {
  status: 429,
  type: 'rate_limit_reached_error',
  message: "We're receiving too many requests at the moment. Please wait a moment and try again.",
  errorClass: 'rate_or_concurrency',
}

const denied = (message: string, errorClass: ErrorClass): Wording => ({
  status: 403,
  type: 'access_terminated_error',
  message,
  errorClass,
})

const OVERLOADED = 'The engine is currently overloaded, please try again later'
/** Words of a service that fails, with their 5xx. */
export const SERVER_ERRORS: readonly [Wording, ...Wording[]] = [
  {
    status: 500,
    type: 'server_error',
    message: 'The server had an error while processing your request',
    errorClass: 'service',
  },
  { status: 503, type: null, message: 'unavailable: 503 Service Unavailable', errorClass: 'service' },
  {
    status: 500,
    type: null,
    message: 'failed to evaluate rate limit script: i/o timeout',
    errorClass: 'service',
  },
]

const PLATFORM: readonly [Wording, ...Wording[]] = [
  { status: 429, type: 'engine_overloaded_error', message: OVERLOADED, errorClass: 'overloaded' },
  { status: 429, type: 'rate_limit_error', message: OVERLOADED, errorClass: 'overloaded' },
  ...SERVER_ERRORS,
]

const ACCOUNT: readonly [Wording, ...Wording[]] = [
  { status: 401, type: null, message: 'Invalid Authentication', errorClass: 'auth' },
  {
    status: 401,
    type: null,
    message:
      'The API Key appears to be invalid or may have expired. Please verify your credentials and try again.',
    errorClass: 'auth',
  },
  {
    status: 402,
    type: null,
    message:
      "We're unable to verify your membership benefits at this time. Please ensure your membership is active.",
    errorClass: 'account',
  },
  denied(
    'Kimi For Coding is currently only available for Coding Agents such as Kimi CLI, Claude Code, Roo Code, Kilo Code, etc.',
    'client_not_allowed',
  ),
  denied('Access terminated.', 'account'),
  denied(
    'Your current subscription does not have access to Kimi Code right now. Upgrade your plan',
    'plan_access',
  ),
]

/**
 * Which quota it was, it does not say (docs/kimi.md#unnamed-quota); the error reference of mid-2026 says it of the
 * week.
 */
const UNNAMED = denied(
  "You've reached your usage limit for this billing cycle. Your quota will be refreshed in the next cycle.",
  'quota_unnamed',
)

/** 24 of the 314 refusals by a quota that somebody counted in August 2026 (docs/kimi.md#unnamed-quota). */
const UNNAMED_SHARE = 24 / 314

const OLD: Readonly<Record<Exclude<Cause, 'platform' | 'account'>, Wording>> = {
  quota_5h: {
    status: 429,
    type: null,
    message:
      "You've reached your usage limit for this period. Your quota will be refreshed in the next period.",
    errorClass: 'window_5h',
  },
  quota_7d: UNNAMED,
  quota_month: {
    status: 429,
    type: 'exceeded_current_quota_error',
    message:
      "You've reached kimi monthly usage limit for this billing cycle. Your quota will be refreshed in the next cycle.",
    errorClass: 'window_month',
  },
  concurrency: THROTTLED,
  request_rate: THROTTLED,
}

const NEW: typeof OLD = {
  quota_5h: denied(
    "You've reached your 5-hour usage limit. Your quota will reset when the current 5-hour window ends.",
    'window_5h',
  ),
  quota_7d: denied(
    "You've reached your weekly (7-day) usage limit. Your quota will reset when the current 7-day window ends.",
    'window_7d',
  ),
  quota_month: denied(
    "You've reached your monthly usage limit for this billing cycle. Your quota will be refreshed in the next cycle.",
    'window_month',
  ),
  concurrency: denied(
    "You've reached your concurrent request limit. Please wait for your ongoing requests to finish and try again.",
    'concurrency',
  ),
  request_rate: THROTTLED,
}

export const EMPTY_WALLET = denied(
  'Your credit balance is insufficient. To continue, purchase extra usage or upgrade your plan',
  'balance',
)

/** kimi-cli 1.16.0 shows this for every 403, whatever the server said (docs/kimi.md#clients). */
export const REWRAPPED: Wording = {
  status: 403,
  type: null,
  message: 'Quota exceeded, please upgrade your plan or retry later',
  errorClass: 'other',
}

/**
 * The words for each cause in one run. The new service has also used the old words for concurrency
 * (docs/kimi.md#error-texts).
 */
export function wordingsOf(era: Era, random: Random): Readonly<Record<Cause, Wording>> {
  const words = era === 'old' ? OLD : NEW
  const quota = (cause: 'quota_5h' | 'quota_7d' | 'quota_month') =>
    random.chance(UNNAMED_SHARE) ? UNNAMED : words[cause]
  return {
    quota_5h: quota('quota_5h'),
    quota_7d: quota('quota_7d'),
    quota_month: quota('quota_month'),
    concurrency: random.chance(0.25) ? THROTTLED : words.concurrency,
    request_rate: words.request_rate,
    platform: random.pick(PLATFORM),
    account: random.pick(ACCOUNT),
  }
}
