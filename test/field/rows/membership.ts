import type { FieldKind } from '../field-row.ts'

const NEITHER = {
  leading: 'unknown',
  supported: [],
  verdicts: { account: 'consistent', platform: 'consistent' },
} as const

const ACCOUNT = { leading: 'account', supported: ['account'] } as const

const UNVERIFIED =
  "We're unable to verify your membership benefits at this time. Please ensure your membership is active."
const AGENTS_ONLY =
  'Kimi For Coding is currently only available for Coding Agents such as Kimi CLI, Claude Code, Roo Code, Kilo Code, etc.'

export const field: FieldKind = {
  kind: 'a refusal that is of the account or of the platform',
  rows: [
    {
      name: 'membership, with a reason phrase',
      file: 'membership-reason.txt',
      right: {
        errors: [{ at: '2026-08-05T10:00:00Z', status: 402 }],
        incidents: [{ from: '2026-08-05T10:00:00Z', ...NEITHER }],
      },
    },
    {
      name: 'membership, with its status',
      file: 'membership.txt',
      right: {
        errors: [{ at: '2026-08-05T10:00:00Z', status: 402 }],
        incidents: [{ from: '2026-08-05T10:00:00Z', ...NEITHER }],
      },
    },
    {
      name: 'membership, without a status',
      text: `2026-08-05 10:00:00 +00:00 ${UNVERIFIED}\n`,
      right: {
        errors: [{ at: '2026-08-05T10:00:00Z', status: null }],
        incidents: [{ from: '2026-08-05T10:00:00Z', ...NEITHER }],
      },
    },
    {
      name: "membership, in kimi-code's log",
      text: `2026-08-05T10:00:00.000Z WARN  llm request failed  turnStep=4.1 model=k3 errorName=APIStatusError errorMessage="402 ${UNVERIFIED}" statusCode=402\n`,
      right: {
        errors: [{ at: '2026-08-05T10:00:00Z', status: 402, class: 'account' }],
        incidents: [{ from: '2026-08-05T10:00:00Z', ...NEITHER }],
      },
    },
    {
      name: 'membership, in a JSON body without a status',
      text: `2026-08-05T10:00:00Z {"error":{"message":"${UNVERIFIED}","type":"invalid_request_error"}}\n`,
      right: {
        errors: [{ at: '2026-08-05T10:00:00Z', class: 'account' }],
        incidents: [{ from: '2026-08-05T10:00:00Z', ...NEITHER }],
      },
    },
    {
      name: 'membership, in Chinese prose',
      text: `2026-08-05 18:00:00 一直报 402：“${UNVERIFIED}”\n`,
      zone: 'Asia/Shanghai',
      right: {
        errors: [{ at: '2026-08-05T10:00:00Z', status: 402, class: 'account' }],
        incidents: [{ from: '2026-08-05T10:00:00Z', ...NEITHER }],
      },
    },
    {
      name: 'membership, as kimi-cli words every 402',
      text: '2026-08-05T10:00:00Z Membership expired, please renew your plan\n',
      right: {
        errors: [{ at: '2026-08-05T10:00:00Z', class: 'account' }],
        incidents: [{ from: '2026-08-05T10:00:00Z', ...NEITHER }],
      },
    },
    {
      name: "Kimi's own client refused as none of the coding agents",
      file: 'own-client-refused.log',
      right: {
        errors: [{ at: '2026-06-05T08:10:01.200Z', status: 403, class: 'client_not_allowed' }],
        incidents: [{ from: '2026-06-05T08:10:01.200Z', to: '2026-06-05T08:40:10Z', ...NEITHER }],
      },
    },
    {
      name: 'kimi-cli refused as none of the coding agents',
      text: `2026-06-04 16:19:03.412 | WARNING  | kimi_cli.soul.kimisoul:_retry_log:1748 | 1f0c - Retrying step for the 1 time (last error: APIStatusError: Error code: 403 - {'error': {'message': '${AGENTS_ONLY}', 'type': 'access_terminated_error'}}). Waiting 0.46 seconds.\n`,
      zone: 'UTC',
      right: {
        errors: [{ at: '2026-06-04T16:19:03.412Z', status: 403, class: 'client_not_allowed' }],
        incidents: [{ from: '2026-06-04T16:19:03.412Z', ...NEITHER }],
      },
    },
    {
      name: 'kimi-code refused as none of the coding agents, from its wire',
      text: `{"type":"turn.step.retrying","time":1780647001200,"turnId":0,"step":1,"failedAttempt":1,"nextAttempt":2,"maxAttempts":10,"delayMs":500,"errorName":"APIStatusError","errorMessage":"403 ${AGENTS_ONLY}","statusCode":403}\n`,
      right: {
        errors: [{ at: '2026-06-05T08:10:01.200Z', status: 403, class: 'client_not_allowed' }],
        incidents: [{ from: '2026-06-05T08:10:01.200Z', ...NEITHER }],
      },
    },
    {
      name: 'kimi-code refused as none of the coding agents, on standard error',
      text: `2026-06-05T08:10:01Z error: failed to run prompt: provider.auth_error: 403 ${AGENTS_ONLY}\n`,
      right: {
        errors: [{ at: '2026-06-05T08:10:01Z', status: 403, class: 'client_not_allowed' }],
        incidents: [{ from: '2026-06-05T08:10:01Z', ...NEITHER }],
      },
    },
    {
      name: 'another client refused as none of the coding agents',
      text: `2026-06-05T08:10:01Z Roo Code: 403 ${AGENTS_ONLY}\n`,
      right: {
        errors: [{ at: '2026-06-05T08:10:01Z', status: 403, class: 'client_not_allowed' }],
        incidents: [{ from: '2026-06-05T08:10:01Z', ...ACCOUNT }],
      },
    },
    {
      name: 'an account that was closed',
      text: '2026-06-05T08:10:01Z {"error":{"message":"Access terminated.","type":"access_terminated_error"}}\n',
      right: {
        errors: [{ at: '2026-06-05T08:10:01Z', class: 'account' }],
        incidents: [{ from: '2026-06-05T08:10:01Z', ...ACCOUNT }],
      },
    },
  ],
}
