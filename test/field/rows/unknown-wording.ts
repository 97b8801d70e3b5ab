import type { FieldKind } from '../field-row.ts'

const line = (message: string, rest = '') =>
  `2026-10-23T10:10:01.500Z WARN  llm request failed  turnStep=4.1 model=k3 errorName=APIStatusError errorMessage="${message}"${rest}\n`

/** It dates a block, and names no cause. */
const UNNAMED = {
  errors: [{ at: '2026-10-23T10:10:01.500Z', status: 403, class: 'other' }],
  incidents: [{ from: '2026-10-23T10:10:01.500Z', leading: 'unknown', supported: [] }],
} as const

export const field: FieldKind = {
  kind: "a refusal in words that nobody knows yet, told by Kimi's client",
  rows: [
    {
      name: "in kimi-code's log",
      text: line('403 Your daily token allowance is used up. Try again in 3 hours.', ' statusCode=403'),
      right: UNNAMED,
    },
    {
      name: 'with the status in its words only',
      text: line('403 This plan is paused for review.'),
      right: UNNAMED,
    },
    {
      name: 'in Chinese',
      text: line('403 您的每日请求次数已达到上限，请明日再试。', ' statusCode=403'),
      right: UNNAMED,
    },
    {
      name: 'in a body in its words',
      text: line(
        '403 {\\"error\\":{\\"message\\":\\"Weekend window is closed for your plan\\",\\"type\\":\\"permission_error\\"}}',
        ' statusCode=403',
      ),
      right: { ...UNNAMED, errors: [{ status: 403, class: 'other', type: 'permission_error' }] },
    },
    {
      name: "in kimi-cli's log",
      text: "2026-10-23 10:10:01.500 | WARNING  | kimi_cli.soul.kimisoul:_retry_log:1748 | 1f0c - Retrying step for the 1 time (last error: APIStatusError: Error code: 403 - {'error': {'message': 'Night quota reached, wait for the next day', 'type': 'quota_error'}}). Waiting 0.46 seconds.\n",
      zone: 'UTC',
      right: UNNAMED,
    },
    {
      name: "in kimi-code's wire",
      text: '{"type":"turn.step.retrying","time":1792750201500,"turnId":0,"step":1,"failedAttempt":1,"nextAttempt":2,"maxAttempts":10,"delayMs":500,"errorName":"APIStatusError","errorMessage":"403 Too many devices for this subscription","statusCode":403}\n',
      right: UNNAMED,
    },
    {
      name: 'about the request, which no limit refused',
      text: line('400 total message size 3000000 exceeds limit 2097152', ' statusCode=400'),
      right: { errors: [{ status: 400, class: 'other' }], incidents: [] },
    },
  ],
}
