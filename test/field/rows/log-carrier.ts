import type { FieldKind } from '../field-row.ts'

const LIMIT = `"403 You've reached your 5-hour usage limit. Your quota will reset when the current 5-hour window ends."`
const RATE = `"429 We're receiving too many requests at the moment. Please wait a moment and try again."`
const FIVE_HOURS = {
  calls: 1,
  errors: [{ at: '2026-10-02T08:00:04.000Z', status: 403, class: 'window_5h' }],
  incidents: [{ from: '2026-10-02T08:00:04.000Z', leading: 'quota_5h' }],
} as const

export const field: FieldKind = {
  kind: 'a log that carries an error in its own way',
  rows: [
    {
      name: 'opencode',
      file: 'opencode.log',
      right: {
        errors: [{ at: '2026-06-20T07:01:02.003Z', class: 'window_5h' }],
        incidents: [{ from: '2026-06-20T07:01:02.003Z', leading: 'quota_5h', supported: ['quota_5h'] }],
      },
    },
    {
      name: 'found by grep -n',
      file: 'grep-n.log',
      right: {
        calls: 1,
        errors: [{ at: '2026-10-02T08:00:04.000Z', status: 403, class: 'window_5h' }],
        incidents: [{ from: '2026-10-02T08:00:04.000Z', leading: 'quota_5h' }],
      },
    },
    {
      name: 'a turn over ACP',
      file: 'acp.log',
      right: {
        errors: [{ at: '2026-07-28T08:18:51.640Z', status: 403, class: 'window_5h' }],
        incidents: [{ from: '2026-07-28T08:18:51.640Z', leading: 'quota_5h' }],
      },
    },
    {
      name: 'a stack on lines that go on with an entry',
      file: 'indented-stack.log',
      right: {
        errors: [{ at: '2026-10-01T10:00:00Z', status: 403, class: 'window_5h' }],
        incidents: [{ from: '2026-10-01T10:00:00Z', leading: 'quota_5h' }],
      },
    },
    {
      name: 'retried for ever',
      text: `2026-10-02T08:00:00.000Z INFO  llm request  turnStep=2.1
2026-10-02T08:00:00.400Z WARN  llm request failed; retrying indefinitely (KIMI_CODE_INFINITE_RETRY)  turnStep=2.1 attempt=1 delayMs=612.25 model=kimi-code/k3 errorName=APIProviderRateLimitError errorMessage=${RATE} statusCode=429
2026-10-02T08:00:01.020Z INFO  llm request  turnStep=2.1
2026-10-02T08:00:01.500Z WARN  llm request failed; retrying indefinitely (KIMI_CODE_INFINITE_RETRY)  turnStep=2.1 attempt=2 delayMs=1180.5 model=kimi-code/k3 errorName=APIProviderRateLimitError errorMessage=${RATE} statusCode=429
`,
      right: {
        calls: 2,
        errors: [
          { at: '2026-10-02T08:00:00.400Z', status: 429, class: 'rate_or_concurrency' },
          { at: '2026-10-02T08:00:01.500Z', status: 429, class: 'rate_or_concurrency' },
        ],
      },
    },
    {
      name: 'found by grep in a rotated log, with lines around it',
      text: `logs/kimi-code.log.1-11-2026-10-02T08:00:00.000Z INFO  llm request  turnStep=2.1
logs/kimi-code.log.1:12:2026-10-02T08:00:04.000Z WARN  llm request failed  turnStep=2.1 model=k3 errorName=APIStatusError errorMessage=${LIMIT} statusCode=403
--
`,
      right: FIVE_HOURS,
    },
    {
      name: 'numbered by cat -n',
      text: `    12\t2026-10-02T08:00:00.000Z INFO  llm request  turnStep=2.1
    13\t2026-10-02T08:00:04.000Z WARN  llm request failed  turnStep=2.1 model=k3 errorName=APIStatusError errorMessage=${LIMIT} statusCode=403
`,
      right: FIVE_HOURS,
    },
    {
      name: 'a start that failed, found by grep -n -A1',
      text: `kimi-code.log:40:2026-10-02T08:00:04.000Z ERROR startup failed  operation="run prompt"
kimi-code.log-41-  Error: provider.auth_error: 403 You've reached your 5-hour usage limit. Your quota will reset when the current 5-hour window ends.
`,
      right: { errors: FIVE_HOURS.errors, incidents: FIVE_HOURS.incidents },
    },
    {
      name: 'a tool that was forbidden something is no refusal of ours',
      text: `2026-10-02T08:00:00.000Z WARN  mcp: connect failed  error="403 Forbidden"
2026-10-02T08:00:04.000Z ERROR tool failed  name=FetchURL
  Error: 429 Too Many Requests
    at fetch (main.cjs:1:1)
`,
      right: { calls: 0, errors: [], incidents: [], exit: 1 },
    },
    {
      name: 'on standard error, without a time',
      text: `kimi version 2.1.0
error: failed to run prompt: provider.auth_error: 403 You've reached your 5-hour usage limit. Your quota will reset when the current 5-hour window ends. To continue now, purchase extra usage or upgrade your plan: https://www.kimi.com/membership/subscription?tab=quota
See log: ~/.kimi-code/logs/kimi-code.log
`,
      right: { errors: [{ at: null, status: 403, class: 'window_5h' }] },
    },
    {
      name: 'in the text interface, broken over lines',
      text: `   Error: [provider.auth_error] 403 You've reached your weekly (7-day) usage limit. Your quota will reset
   when the current 7-day window ends. To continue now, purchase extra usage or upgrade your plan:
   https://www.kimi.com/membership/subscription?tab=quota

   Error: [provider.api_error] 402 We're unable to verify your membership benefits at this time. Please
   ensure your membership is active.
`,
      right: {
        errors: [
          { at: null, status: 403, class: 'window_7d' },
          { at: null, status: 402, class: 'account' },
        ],
      },
    },
    {
      name: 'in the stream of its JSON, between what was said',
      text: `{"role":"meta","type":"system.version","version":"2.1.0"}
{"role":"assistant","content":"A colleague saw: 403 You've reached your concurrent request limit."}
{"role":"meta","type":"turn.step.retrying","failed_attempt":1,"next_attempt":2,"max_attempts":10,"delay_ms":515.66,"error_name":"APIProviderRateLimitError","error_message":"429 We're receiving too many requests at the moment. Please wait a moment and try again.","status_code":429}
{"role":"tool","tool_call_id":"Read:1_0","content":"429 The engine is currently overloaded, please try again later"}
`,
      right: { errors: [{ at: null, status: 429, class: 'rate_or_concurrency' }] },
    },
    {
      name: 'another program, whose entries have the form of those of kimi-code',
      text: `2026-04-05T22:13:20.000Z INFO  listening on port 4000\n2026-04-05T22:13:28.501Z ERROR api.kimi.com/coding/v1 status=403 {"error":{"message":${LIMIT.replace('403 ', '')},"type":"access_terminated_error"}}\n`,
      right: {
        calls: 0,
        errors: [{ at: '2026-04-05T22:13:28.501Z', status: 403, class: 'window_5h' }],
        incidents: [{ from: '2026-04-05T22:13:28.501Z', leading: 'quota_5h', supported: ['quota_5h'] }],
      },
    },
    {
      name: 'a proxy that prints what a client of its own was told',
      text: `2026-09-12T06:00:01.250Z WARN  upstream kimi-for-coding answered Error code: 429 - {'error': {'message': ${RATE.replace('429 ', '')}, 'type': 'rate_limit_reached_error'}}, trying another\n`,
      right: {
        calls: 0,
        errors: [{ at: '2026-09-12T06:00:01.250Z', status: 429, class: 'rate_or_concurrency' }],
        incidents: [{ from: '2026-09-12T06:00:01.250Z', leading: 'unknown' }],
      },
    },
    {
      name: "another vendor's words in such an entry",
      text: `2026-09-12T06:00:01.250Z ERROR upstream answered 429 {"error":{"message":"Rate limit reached for requests","type":"requests"}}\n`,
      right: { calls: 0, errors: [], incidents: [], exit: 1 },
    },
  ],
}
