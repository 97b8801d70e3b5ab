/** What goes wrong with a call. */
export type Fault =
  /** Answers as usual, `ms` later. */
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** The body breaks off in the middle. */
  | { readonly kind: 'broken' }
  /** The fields have other names, and there are new ones. */
  | { readonly kind: 'renamed' }
  /** This text, whatever it is. */
  | { readonly kind: 'body'; readonly body: string }

/** By the method's name; `*` for all others. */
export type Faults = Readonly<Record<string, Fault>>

export interface ReplicaAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly delay: number
}

const RENAMED: Readonly<Record<string, string>> = {
  requests: 'records',
  requestId: 'callId',
  requestTime: 'createdAt',
  userAgent: 'agent',
  ratelimitCode5h: 'fiveHourWindow',
  ratelimitCode7d: 'sevenDayWindow',
  devices: 'logins',
}

/** What arrives of an answer at the page. */
export function answerWith(fault: Fault | undefined, value: unknown): ReplicaAnswer {
  const answer = { status: 200, headers: {}, body: JSON.stringify(value), delay: 0 }
  switch (fault?.kind) {
    case undefined:
      return answer
    case 'slow':
      return { ...answer, delay: fault.ms }
    case 'status':
      return refusal(fault.status, fault.retryAfter)
    case 'broken':
      return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }
    case 'renamed':
      return { ...answer, body: JSON.stringify(renamed(value)) }
    case 'body':
      return { ...answer, body: fault.body }
    default:
      return fault satisfies never
  }
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, entry]) => [RENAMED[name] ?? name, renamed(entry)])
  return { ...Object.fromEntries(entries), revision: 2 }
}

const CODES: Readonly<Record<number, string>> = {
  401: 'unauthenticated',
  403: 'permission_denied',
  404: 'unimplemented',
  429: 'resource_exhausted',
}

const EXPIRED = [
  {
    type: 'kimi.gateway.ErrorDetail',
    debug: {
      reason: 'REASON_INVALID_AUTH_TOKEN',
      localizedMessage: { locale: 'en-US', message: 'Your login session has expired' },
    },
  },
]

/** A failure as Connect words it (docs/kimi.md#console-services). */
export function refusal(status: number, retryAfter?: number): ReplicaAnswer {
  const code = CODES[status] ?? 'internal'
  const headers: Readonly<Record<string, string>> =
    retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  const details = status === 401 ? EXPIRED : []
  return { status, headers, body: JSON.stringify({ code, message: code, details }), delay: 0 }
}
