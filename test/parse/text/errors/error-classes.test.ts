import { describe, expect, it } from 'vitest'
import { classifyError } from '../../../../shared/evidence/errors/error-classes.ts'
import { WORDINGS } from '../../../../shared/evidence/errors/error-wordings.ts'
import { mendMessage } from '../../../../shared/parse/text/errors/known-messages.ts'

// The messages of docs/kimi.md#error-texts, #clients, as their services word them.
const CASES = [
  [
    'window_5h',
    429,
    null,
    "You've reached your usage limit for this period. Your quota will be refreshed in the next period.",
  ],
  [
    'window_5h',
    403,
    'access_terminated_error',
    "You've reached your 5-hour usage limit. Your quota will reset when the current 5-hour window ends.",
  ],
  [
    'quota_unnamed',
    403,
    null,
    "You've reached your usage limit for this billing cycle. Your quota will be refreshed in the next cycle.",
  ],
  [
    'window_7d',
    403,
    'permission_error',
    "You've reached your weekly (7-day) usage limit. Your quota will reset when the current 7-day window ends.",
  ],
  [
    'window_month',
    429,
    'exceeded_current_quota_error',
    "You've reached kimi monthly usage limit for this billing cycle. Your quota will be refreshed in the next cycle.",
  ],
  ['window_month', 403, null, "You've reached your monthly usage limit for this billing cycle."],
  [
    'concurrency',
    403,
    null,
    "You've reached your concurrent request limit. Please wait for your ongoing requests to finish and try again.",
  ],
  [
    'rate_or_concurrency',
    429,
    null,
    "We're receiving too many requests at the moment. Please wait a moment and try again.",
  ],
  ['rate_or_concurrency', 429, 'rate_limit_reached_error', 'something new'],
  ['overloaded', 429, null, 'The engine is currently overloaded, please try again later'],
  ['overloaded', null, 'engine_overloaded_error', ''],
  ['overloaded', 529, null, 'whatever'],
  [
    'balance',
    403,
    null,
    'Your credit balance is insufficient. To continue, purchase extra usage or upgrade your plan',
  ],
  ['balance', 429, 'exceeded_current_quota_error', 'no credit'],
  [
    'client_not_allowed',
    403,
    null,
    'Kimi For Coding is currently only available for Coding Agents such as Kimi CLI, etc.',
  ],
  ['plan_access', 401, null, 'Your current subscription does not have access to k3'],
  ['plan_access', 401, null, 'Your current plan supports only k3 up to 256K context'],
  ['account', 403, null, 'Access terminated.'],
  ['account', 402, null, "We're unable to verify your membership benefits at this time."],
  ['account', null, null, 'unauthenticated: failed_precondition: 因违反用户协议，该账号已被禁用。'],
  ['auth', 401, null, 'The API Key appears to be invalid or may have expired.'],
  ['auth', 401, null, 'Your model id does not exist'],
  ['service', 500, 'server_error', 'The server had an error while processing your request'],
  ['service', 500, null, 'failed to evaluate rate limit script'],
  ['service', 503, null, ''],
  ['other', 400, null, 'total message size 3000000 exceeds limit 2097152'],
  ['other', 403, null, 'Quota exceeded, please upgrade your plan or retry later'],
  ['other', 404, null, 'Not found the model kimi-for-coding or Permission denied'],
] as const

describe('classifyError', () => {
  it.each(CASES)('%s: %s %s %s', (errorClass, status, type, message) => {
    expect(classifyError(message, type, status)).toBe(errorClass)
  })

  it.each(CASES.filter(([, , , message]) => message !== ''))(
    '%s in capitals, wrapped and with typographic quotes',
    (errorClass, status, type, message) => {
      const odd = message.toUpperCase().replaceAll("'", '’').replaceAll(/.{9}/g, '$&\n')
      expect(classifyError(odd, type, status)).toBe(errorClass)
    },
  )

  // Another product with other limits (docs/kimi.md#other-products): they must not speak for one of Kimi Code's.
  it.each([
    'Your account reached organization max RPM: 20, please try again after 1 seconds',
    'request reached organization TPD rate limit, current: 1500000, limit: 1500000',
    'Your account reached max organization concurrency: 3, please try again after 1 seconds',
    'You exceeded your current token quota: 0, please check your account balance',
    'Your account is suspended due to insufficient balance',
  ])('the open platform says nothing about Kimi Code: %s', (message) => {
    expect(classifyError(message, 'rate_limit_reached_error', 429)).toBe('open_platform')
    expect(classifyError(message, 'exceeded_current_quota_error', 429)).toBe('open_platform')
  })
})

describe('every wording of the table', () => {
  it.each(WORDINGS.map(({ key, rest = '', core = key, ...wording }) => [key, rest, core, wording] as const))(
    '%s',
    (key, rest, core, wording) => {
      for (const text of [key + rest, key, core]) expect(classifyError(text, null, null)).toBe(wording.class)
      if (wording.told !== 'never') expect(mendMessage((key + rest).replaceAll(' ', '\n '))).toBe(key + rest)
    },
  )
})
