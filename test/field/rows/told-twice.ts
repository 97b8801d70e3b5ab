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
  ],
}
