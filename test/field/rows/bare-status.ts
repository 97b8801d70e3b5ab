import type { FieldKind, FieldRow, Right } from '../field-row.ts'

const NOTHING: Right = { errors: [], incidents: [], exit: 1 }
const KIMI = 'https://api.kimi.com/coding/v1'

const undated = (name: string, text: string, status: number, errorClass = 'other'): FieldRow => ({
  name,
  text,
  right: { errors: [{ at: null, status, class: errorClass }], incidents: [] },
})

/** What httpx logs of each answer, below the Python libraries of OpenAI and Anthropic. */
const httpx = (time: string, url: string, answer: string) =>
  `2026-10-01 ${time},123 - httpx - INFO - HTTP Request: POST ${url} "HTTP/1.1 ${answer}"\n`

export const field: FieldKind = {
  kind: 'a status that a client printed without a text',
  rows: [
    undated(
      'by Codex',
      `■ unexpected status 429 Too Many Requests: , url: ${KIMI}/responses, request id: abc`,
      429,
    ),
    undated(
      'by Codex, after its retries',
      'kimi-for-coding:\nexceeded retry limit, last status: 429 Too Many Requests\n',
      429,
    ),
    undated(
      'by Claude Code, said to be on Kimi above it',
      'Kimi K2.6 in Claude Code:\n⎿  API Error: 429 status code (no body)\n',
      429,
    ),
    undated(
      'fenced, in a report on Kimi Code',
      '### Bug\n\nKimi Code plan, Allegretto.\n\n```\nAPI Error: 403 Forbidden\n```\n',
      403,
    ),
    undated('by axios', 'AxiosError: Request failed with status code 401 (kimi-for-coding)', 401, 'auth'),
    undated('of a fault', `Error: 503 Service Unavailable from ${KIMI}/messages`, 503, 'service'),
    {
      name: 'dated by the log of httpx',
      text:
        httpx('10:00:00', `${KIMI}/chat/completions`, '200 OK') +
        httpx('10:00:05', `${KIMI}/chat/completions`, '429 Too Many Requests') +
        httpx('10:00:09', `${KIMI}/chat/completions`, '429 Too Many Requests'),
      zone: 'UTC',
      right: {
        errors: [
          { at: '2026-10-01T10:00:05.123Z', status: 429, class: 'other' },
          { at: '2026-10-01T10:00:09.123Z', status: 429, class: 'other' },
        ],
        incidents: [{ from: '2026-10-01T10:00:05.123Z', leading: 'unknown' }],
      },
    },
    {
      name: "another service's, between Kimi's, in one log",
      text:
        httpx('10:00:00', `${KIMI}/chat/completions`, '200 OK') +
        httpx('10:00:05', 'https://api.example.com/v1/chat/completions', '429 Too Many Requests') +
        '2026-10-01 10:00:07,000 ERROR app: Error: 429 Too Many Requests\n',
      zone: 'UTC',
      right: NOTHING,
    },
    {
      name: "nobody's: nothing says whose it is",
      text: 'API Error: 429 status code (no body)\nError: 429 Too Many Requests\n',
      right: NOTHING,
    },
    {
      name: 'of the open platform',
      text: 'kimi-k2 on https://api.moonshot.ai/v1\nError: 429 Too Many Requests, url: https://api.moonshot.ai/v1/chat/completions\n',
      right: NOTHING,
    },
    {
      name: 'told in prose only',
      text: 'Since this morning Kimi Code answers 429 to everything, and I get 429 errors all day long.\n',
      right: NOTHING,
    },
    undated(
      'told with its reason, and twice',
      'Kimi Coding API: I get a 429 Too Many Requests error on the very first command.\nThe second one: 429 Too Many Requests.\n',
      429,
    ),
    {
      name: 'told with its reason, beside the meters of that moment',
      text: `429 Too Many Requests on the first command, opening Claude Code with the Kimi Coding API.

Quota at the moment of failure:

{"usage":{"limit":"100","used":"41","remaining":"59","resetTime":"2026-06-09T02:12:48Z"},"limits":[{"window":{"duration":300,"timeUnit":"TIME_UNIT_MINUTE"},"detail":{"limit":"100","used":"9","remaining":"91","resetTime":"2026-06-04T05:12:48Z"}}]}
`,
      right: {
        errors: [{ status: 429, class: 'other', assumed: true }],
        incidents: [
          {
            from: '2026-06-04T00:12:48Z',
            to: '2026-06-04T05:12:48Z',
            leading: 'unknown',
            verdicts: { quota_5h: 'contradicted', quota_7d: 'contradicted' },
          },
        ],
      },
    },
    undated(
      'printed by a client that is named beside it, in a report on Kimi',
      'Kimi Code plan, K3.\nclaude-code 2.1: API Error: 429 status code (no body)\n',
      429,
    ),
    {
      name: "told of another service, in a text on Kimi's",
      text: 'With Kimi all is well.\nOpenAI gave me 429 Too Many Requests for it.\n',
      right: NOTHING,
    },
    {
      name: 'with the message after it',
      text: `unexpected status 403 Forbidden: You've reached your 5-hour usage limit., url: ${KIMI}/responses`,
      right: { errors: [{ at: null, status: 403, class: 'window_5h' }], incidents: [] },
    },
    {
      name: 'above the body of the same answer',
      text: `Kimi\nError: 429 Too Many Requests\n{"error":{"message":"The engine is currently overloaded, please try again later","type":"engine_overloaded_error"}}\n`,
      right: { errors: [{ at: null, status: 429, class: 'overloaded' }], incidents: [] },
    },
  ],
}
