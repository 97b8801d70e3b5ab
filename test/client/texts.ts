import type { ErrorClass } from '../../shared/evidence/kinds/error-observation.ts'

/** A text that the stand-in refuses with. */
export interface Text {
  readonly status: number
  /** The `type` of the error's body; null: it answers with a page, as a gateway does. */
  readonly type: string | null
  readonly message: string
  /** What is right to read it as; null: it is about the request, and no refusal. */
  readonly class: ErrorClass | null
}

const text = (status: number, type: string | null, errorClass: ErrorClass | null, message: string): Text => ({
  status,
  type,
  message,
  class: errorClass,
})

const TERMINATED = 'access_terminated_error'
const OFFER =
  'To continue now, purchase extra usage or upgrade your plan: https://www.kimi.com/membership/subscription?tab=quota'

/** Wordings of the service, as its error reference and public captures have them; the names are ours. */
export const TEXTS = {
  concurrency403: text(
    403,
    TERMINATED,
    'concurrency',
    "You've reached your concurrent request limit. Please wait for your ongoing requests to finish and try again.",
  ),
  quota5h403: text(
    403,
    TERMINATED,
    'window_5h',
    `You've reached your 5-hour usage limit. Your quota will reset when the current 5-hour window ends. ${OFFER}`,
  ),
  quota5h429: text(
    429,
    'rate_limit_reached_error',
    'window_5h',
    "You've reached your usage limit for this period. Your quota will be refreshed in the next period.",
  ),
  quota7d403: text(
    403,
    TERMINATED,
    'window_7d',
    `You've reached your weekly (7-day) usage limit. Your quota will reset when the current 7-day window ends. ${OFFER}`,
  ),
  quotaMonth429: text(
    429,
    'exceeded_current_quota_error',
    'window_month',
    "You've reached kimi monthly usage limit for this billing cycle. Your quota will be refreshed in the next cycle.",
  ),
  ambiguous429: text(
    429,
    'rate_limit_reached_error',
    'rate_or_concurrency',
    "We're receiving too many requests at the moment. Please wait a moment and try again.",
  ),
  overloaded429: text(
    429,
    'engine_overloaded_error',
    'overloaded',
    'The engine is currently overloaded, please try again later',
  ),
  overloaded503: text(
    503,
    'engine_overloaded_error',
    'overloaded',
    'The engine is currently overloaded, please try again later',
  ),
  server500: text(500, 'server_error', 'service', 'The server had an error while processing your request'),
  limiter500: text(
    500,
    'server_error',
    'service',
    'failed to evaluate rate limit script: dial tcp 10.0.0.1:6379: i/o timeout',
  ),
  unavailable503: text(503, 'server_error', 'service', 'unavailable: 503 Service Unavailable'),
  gateway502: text(
    502,
    null,
    'service',
    '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
  ),
  auth401: text(
    401,
    'invalid_authentication_error',
    'auth',
    'The API Key appears to be invalid or may have expired. Please verify your credentials and try again.',
  ),
  membership402: text(
    402,
    TERMINATED,
    'account',
    "We're unable to verify your membership benefits at this time. Please ensure your membership is active.",
  ),
  client403: text(
    403,
    TERMINATED,
    'client_not_allowed',
    'Kimi For Coding is currently only available for Coding Agents such as Kimi CLI, Claude Code, Roo Code, Kilo Code, etc.',
  ),
  plan403: text(
    403,
    TERMINATED,
    'plan_access',
    'Your current subscription does not have access to Kimi Code right now. Upgrade your plan to continue.',
  ),
  balance403: text(
    403,
    TERMINATED,
    'balance',
    `Your credit balance is insufficient. ${OFFER.replace(' now', '')}`,
  ),
  bad400: text(
    400,
    'invalid_request_error',
    null,
    'Your request exceeded model token limit: 262144 (requested: 270011)',
  ),
} as const satisfies Readonly<Record<string, Text>>

export type TextName = keyof typeof TEXTS

export const isTextName = (name: string): name is TextName => Object.hasOwn(TEXTS, name)

/** The class that a text is to be read as; null where it is no refusal. */
export const classOf = (name: string): ErrorClass | null => (isTextName(name) ? TEXTS[name].class : null)
