import type { ErrorClass } from '../kinds/error-observation.ts'

/** How one service or client words a refusal. */
export interface Wording {
  readonly class: ErrorClass
  /** What nobody else says: these words tell the message from prose. */
  readonly key: string
  /** How it goes on where it is whole. */
  readonly rest?: string
  /** Fewer words of it, which are enough where something else shows that it is an error; the key where it is missing. */
  readonly core?: string
  /** A later part of it that nobody else says either, for texts of which the beginning was cut off. */
  readonly tail?: string
  /**
   * Where its words are believed without anything beside them that shows an error: `alone` on a line of their own, since
   * anybody may use them in a sentence; `never`; everywhere if this is missing.
   */
  readonly told?: 'alone' | 'never'
  /** After these words it names a model, a plan, a number or a fault. */
  readonly goesOn?: true
}

const OFFER =
  'purchase extra usage or upgrade your plan: https://www.kimi.com/membership/subscription?tab=quota'
const MORE = `To continue now, ${OFFER}`
const NEXT_CYCLE = '. Your quota will be refreshed in the next cycle.'

/**
 * Every wording that is known, from Kimi Code's error reference of 2026-06, captures of its service since 2026-08, and its
 * clients; those of the open platform (api.moonshot.*) are another product's, with limits of its own. The first whose words
 * stand in a message gives its class. A new wording is one entry here; telling, cuts, mending and masking follow from it.
 * One that gives known words another class also needs a step of the database and of the bundle (readErrorAgain): what was
 * kept has the old one.
 */
// prettier-ignore
export const WORDINGS: readonly Wording[] = [
  { class: 'open_platform', key: 'reached organization max', core: 'organization max', goesOn: true },
  { class: 'open_platform', key: 'reached max organization', core: 'max organization', goesOn: true },
  { class: 'open_platform', key: 'reached organization TPD rate limit', core: 'TPD rate limit', goesOn: true },
  { class: 'open_platform', key: 'reached organization TPM rate limit', core: 'TPM rate limit', goesOn: true },
  { class: 'open_platform', key: 'exceeded your current token quota', goesOn: true },
  { class: 'open_platform', key: 'max request per minute reached', goesOn: true },
  { class: 'open_platform', key: 'Organization Rate limit exceeded', goesOn: true },
  { class: 'open_platform', key: 'exceeded your current quota, please check your account balance', core: 'check your account balance' },
  { class: 'open_platform', key: 'suspended due to insufficient balance', rest: ', please recharge your account or check your plan and billing details' },
  { class: 'window_5h', key: "You've reached your 5-hour usage limit", rest: `. Your quota will reset when the current 5-hour window ends. ${MORE}`, core: '5-hour usage limit', tail: 'Your quota will reset when the current 5-hour window ends' },
  { class: 'window_5h', key: "You've reached your usage limit for this period", rest: '. Your quota will be refreshed in the next period.', core: 'usage limit for this period', tail: 'Your quota will be refreshed in the next period' },
  { class: 'window_7d', key: "You've reached your weekly (7-day) usage limit", rest: `. Your quota will reset when the current 7-day window ends. ${MORE}`, core: 'weekly (7-day) usage limit', tail: 'Your quota will reset when the current 7-day window ends' },
  { class: 'window_month', key: "You've reached kimi monthly usage limit", rest: ` for this billing cycle${NEXT_CYCLE}`, core: 'monthly usage limit' },
  { class: 'window_month', key: "You've reached your monthly usage limit", rest: ` for this billing cycle${NEXT_CYCLE} ${MORE}`, core: 'monthly usage limit' },
  // The reference says that it is the week's; people have met it with the week at 20 % and 5 hours at 100 %.
  { class: 'quota_unnamed', key: "You've reached your usage limit for this billing cycle", rest: NEXT_CYCLE, core: 'usage limit for this billing cycle', tail: 'Your quota will be refreshed in the next cycle' },
  { class: 'concurrency', key: "You've reached your concurrent request limit", rest: '. Please wait for your ongoing requests to finish and try again.', core: 'concurrent request limit', tail: 'Please wait for your ongoing requests to finish' },
  { class: 'rate_or_concurrency', key: "We're receiving too many requests", rest: ' at the moment. Please wait a moment and try again.', core: 'receiving too many requests' },
  { class: 'overloaded', key: 'The engine is currently overloaded', rest: ', please try again later', core: 'engine is currently overloaded' },
  { class: 'balance', key: 'Your credit balance is insufficient', rest: `. To continue, ${OFFER}`, core: 'credit balance is insufficient' },
  { class: 'client_not_allowed', key: 'Kimi For Coding is currently only available for Coding Agents', rest: ' such as Kimi CLI, Claude Code, Roo Code, Kilo Code, etc.', core: 'only available for Coding Agents' },
  { class: 'plan_access', key: 'Your current subscription does not have access to', core: 'does not have access to', goesOn: true },
  { class: 'plan_access', key: 'Your current plan supports only', core: 'supports only', goesOn: true },
  { class: 'account', key: "We're unable to verify your membership benefits", rest: ' at this time. Please ensure your membership is active.', core: 'verify your membership benefits', tail: 'Please ensure your membership is active' },
  { class: 'account', key: 'Membership expired, please renew your plan', core: 'Membership expired' },
  { class: 'account', key: '因违反用户协议', goesOn: true },
  { class: 'account', key: 'Access terminated', rest: '.', told: 'alone' },
  { class: 'auth', key: 'The API Key appears to be invalid or may have expired', rest: '. Please verify your credentials and try again.', core: 'API Key appears to be invalid' },
  { class: 'auth', key: 'Authorization failed. Your session may have expired', rest: '.', core: 'Authorization failed.' },
  { class: 'auth', key: 'Your model id does not exist, recognized as other', core: 'Your model id does not exist', goesOn: true },
  { class: 'auth', key: 'Invalid Authentication', told: 'alone' },
  { class: 'service', key: 'The server had an error while processing your request' },
  { class: 'service', key: 'failed to evaluate rate limit script', goesOn: true },
  { class: 'service', key: 'database=membership', told: 'never', goesOn: true },
  { class: 'service', key: 'unavailable: 502', told: 'never', goesOn: true },
  { class: 'service', key: 'unavailable: 503', told: 'never', goesOn: true },
  { class: 'service', key: 'unavailable: 504', told: 'never', goesOn: true },
  // kimi-cli 1.16 says so of every 403.
  { class: 'other', key: 'Quota exceeded, please upgrade your plan or retry later' },
]

/** Types of an error body, and statuses, that stand for a class by themselves, where no wording is known. */
export const SIGNS: readonly {
  readonly class: ErrorClass
  readonly types?: readonly string[]
  readonly status?: (status: number) => boolean
}[] = [
  { class: 'rate_or_concurrency', types: ['rate_limit_reached_error'] },
  {
    class: 'overloaded',
    types: ['engine_overloaded_error', 'overloaded_error', 'provider.overloaded'],
    status: (status) => status === 529,
  },
  { class: 'balance', types: ['exceeded_current_quota_error'] },
  { class: 'account', status: (status) => status === 402 },
  {
    class: 'auth',
    types: ['authentication_error', 'invalid_authentication_error'],
    status: (status) => status === 401,
  },
  { class: 'service', types: ['server_error'], status: (status) => status >= 500 },
]
