import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'one refusal that is told more than once',
  rows: [
    {
      name: 'quoted above, and in the log',
      file: 'quoted-and-logged.txt',
      right: {
        records: 4,
        errors: [{ at: '2026-05-02 12:00:03', status: 429, class: 'rate_or_concurrency' }],
        incidents: [{ fromLocal: '2026-05-02T12:00:03', grade: 'error_text', leading: 'unknown' }],
      },
    },
    {
      name: 'as it came, and escaped in the result',
      file: 'escaped-copy.log',
      right: {
        errors: [{ at: '2026-08-09T10:20:30.216Z', status: 403, class: 'window_5h' }],
        incidents: [{ from: '2026-08-09T10:20:30.216Z', leading: 'quota_5h' }],
      },
    },
    {
      name: 'in a message, and in the stack of the turn',
      file: 'stack-repeats.log',
      right: {
        errors: [{ at: '2026-10-01T10:00:00Z', status: 429, class: 'overloaded' }],
        incidents: [{ from: '2026-10-01T10:00:00Z', leading: 'platform' }],
      },
    },
    {
      name: 'by the request, by ACP and by the turn',
      text: `2026-10-01T10:00:00.000Z WARN  acp: turn ended with failed reason  error="{\\"code\\":\\"provider.rate_limit\\",\\"message\\":\\"429 The engine is currently overloaded, please try again later\\"}"
2026-10-01T10:00:00.004Z WARN  llm request failed  turnStep=0.1 model=k3 errorName=APIProviderRateLimitError errorMessage="429 The engine is currently overloaded, please try again later" statusCode=429
2026-10-01T10:00:00.010Z ERROR turn failed  turnId=0
  APIProviderRateLimitError: 429 The engine is currently overloaded, please try again later
`,
      right: {
        errors: [{ at: '2026-10-01T10:00:00.004Z', status: 429, class: 'overloaded' }],
        incidents: [{ from: '2026-10-01T10:00:00.004Z', leading: 'platform' }],
      },
    },
    {
      name: 'by a turn over ACP and by its stack, and by no request',
      text: `2026-10-01T10:00:00.000Z WARN  acp: turn ended with failed reason  error="{\\"code\\":\\"provider.auth_error\\",\\"message\\":\\"403 You've reached your concurrent request limit.\\"}"
2026-10-01T10:00:00.010Z ERROR turn failed  turnId=0
  Error: provider.auth_error: 403 You've reached your concurrent request limit.
    at run (main.cjs:1:1)
`,
      right: {
        errors: [{ at: '2026-10-01T10:00:00Z', status: 403, class: 'concurrency' }],
        incidents: [{ from: '2026-10-01T10:00:00Z', leading: 'concurrency' }],
      },
    },
    {
      name: 'two that are seconds apart are two',
      text: `2026-10-01T10:00:00.000Z WARN  llm request failed  turnStep=0.1 model=k3 errorMessage="429 The engine is currently overloaded, please try again later" statusCode=429
2026-10-01T10:00:09.000Z ERROR startup failed  operation="run prompt"
  Error: provider.rate_limit: 429 The engine is currently overloaded, please try again later
`,
      right: {
        errors: [
          { at: '2026-10-01T10:00:00Z', status: 429, class: 'overloaded' },
          { at: '2026-10-01T10:00:09Z', status: 429, class: 'overloaded' },
        ],
      },
    },
    {
      name: 'dated in a line, and quoted below it',
      text: `2026-08-20T17:22:37Z 403 You've reached your 5-hour usage limit.\n\nWhat does "You've reached your 5-hour usage limit" mean?`,
      right: { errors: [{ at: '2026-08-20T17:22:37Z', status: 403, class: 'window_5h' }] },
    },
    {
      name: 'quoted in Chinese, and dated in a line',
      text: `今天又提示“We're receiving too many requests at the moment”。\n\n2026-08-20T17:22:37Z 429 We're receiving too many requests at the moment. Please wait a moment and try again.`,
      right: { errors: [{ at: '2026-08-20T17:22:37Z', status: 429, class: 'rate_or_concurrency' }] },
    },
    {
      name: 'to the second, and to the minute',
      text: `2026-08-20T17:22:37Z 403 You've reached your concurrent request limit.\n\nSo at 2026-08-20 17:22 UTC it said "You've reached your concurrent request limit".`,
      right: { errors: [{ at: '2026-08-20T17:22:37Z', status: 403, class: 'concurrency' }] },
    },
    {
      name: 'twice with a time, and once without',
      text: `2026-08-20T17:22:37Z 403 You've reached your weekly (7-day) usage limit.\n2026-08-20T18:00:00Z 403 You've reached your weekly (7-day) usage limit.\n\nIt is always "You've reached your weekly (7-day) usage limit".`,
      right: {
        errors: [
          { at: '2026-08-20T17:22:37Z', class: 'window_7d' },
          { at: '2026-08-20T18:00:00Z', class: 'window_7d' },
        ],
      },
    },
    {
      name: 'with another status it is another',
      text: `2026-08-20T17:22:37Z 429 The engine is currently overloaded, please try again later\n\nToday HTTP 503 "The engine is currently overloaded, please try again later".`,
      right: {
        errors: [
          { at: '2026-08-20T17:22:37Z', status: 429, class: 'overloaded' },
          { at: null, status: 503, class: 'overloaded' },
        ],
      },
    },
    {
      name: 'in bare words, with its status, and as a body',
      text: `"You've reached your weekly (7-day) usage limit", it says.\n\n403 You've reached your weekly (7-day) usage limit.\n\n{"error":{"message":"You've reached your weekly (7-day) usage limit.","type":"permission_error"}}`,
      right: { errors: [{ at: null, status: 403, class: 'window_7d', type: 'permission_error' }] },
    },
  ],
}
