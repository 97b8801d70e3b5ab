import type { ErrorClass } from '../../evidence/error-observation.ts'

/**
 * A text without what wrapping and copying change, white space, case and kinds of quotes: `at the mo⏎ment.` →
 * `atthemoment.` One character stands for each that is not white space.
 */
export const compact = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

interface ErrorRule {
  readonly class: ErrorClass
  /** Parts of a message, compact; any of them is enough. */
  readonly says?: readonly string[]
  readonly without?: string
  readonly types?: readonly string[]
  readonly status?: (status: number) => boolean
}

const says = (...parts: readonly string[]): readonly string[] => parts.map(compact)

/**
 * Messages of the open platform (api.moonshot.*) are about another product with other limits (KIMI.md 4.3); they must
 * not speak for a limit of Kimi Code.
 */
const OPEN_PLATFORM = says(
  'max organization',
  'reached organization',
  'TPD rate limit',
  'TPM rate limit',
  'exceeded your current token quota',
  'check your account balance',
  'suspended due to insufficient balance',
)

/** The table of KIMI.md 4.5; the first rule that fits gives the class. */
const RULES: readonly ErrorRule[] = [
  { class: 'window_5h', says: says('5-hour usage limit', 'usage limit for this period') },
  {
    class: 'window_7d',
    says: says('weekly (7-day) usage limit', 'usage limit for this billing cycle'),
    without: 'monthly',
  },
  { class: 'window_month', says: says('monthly usage limit') },
  { class: 'concurrency', says: says('concurrent request limit') },
  {
    class: 'rate_or_concurrency',
    says: says('receiving too many requests'),
    types: ['rate_limit_reached_error'],
  },
  {
    class: 'overloaded',
    says: says('engine is currently overloaded'),
    types: ['engine_overloaded_error'],
    status: (status) => status === 529,
  },
  { class: 'balance', says: says('credit balance is insufficient'), types: ['exceeded_current_quota_error'] },
  { class: 'client_not_allowed', says: says('only available for Coding Agents') },
  { class: 'plan_access', says: says('does not have access to', 'supports only') },
  {
    class: 'account',
    says: says(
      'Access terminated.',
      '因违反用户协议',
      'verify your membership benefits',
      'Membership expired',
    ),
    status: (status) => status === 402,
  },
  {
    class: 'auth',
    says: says('API Key appears to be invalid', 'Invalid Authentication', 'Authorization failed.'),
    status: (status) => status === 401,
  },
  {
    class: 'service',
    // A limiter that failed, and gateways that say their status in words, in bodies that carry none (KIMI.md 4.1).
    says: says(
      'The server had an error while processing',
      'failed to evaluate rate limit script',
      'unavailable: 502',
      'unavailable: 503',
      'unavailable: 504',
    ),
    types: ['server_error'],
    status: (status) => status >= 500,
  },
]

/**
 * What an error says. The message decides before type and status, which have changed over time for one and the same
 * condition (KIMI.md 0.9); a message that is nobody's is `other`.
 */
export function classifyError(message: string, type: string | null, status: number | null): ErrorClass {
  const text = compact(message)
  if (OPEN_PLATFORM.some((part) => text.includes(part))) return 'other'
  const found = RULES.find((rule) => fits(rule, text, type, status))
  return found?.class ?? 'other'
}

function fits(rule: ErrorRule, text: string, type: string | null, status: number | null): boolean {
  const said = rule.says?.some((part) => text.includes(part)) ?? false
  if (said && !(rule.without !== undefined && text.includes(rule.without))) return true
  if (type !== null && rule.types?.includes(type)) return true
  return status !== null && (rule.status?.(status) ?? false)
}
