import type { FieldKind } from '../field-row.ts'

const CYCLE =
  "You've reached your usage limit for this billing cycle. Your quota will be refreshed in the next cycle."

/** All three fit, and none is shown. */
const ANY_QUOTA = {
  leading: 'unknown',
  supported: [],
  verdicts: { quota_5h: 'consistent', quota_7d: 'consistent', quota_month: 'consistent' },
} as const

const usages = (five: number, week: number) =>
  JSON.stringify({
    usage: { limit: '100', used: `${week}`, remaining: `${100 - week}`, resetTime: '2026-07-26T07:20:01Z' },
    limits: [
      {
        window: { duration: 300, timeUnit: 'TIME_UNIT_MINUTE' },
        detail: {
          limit: '100',
          used: `${five}`,
          remaining: `${100 - five}`,
          resetTime: '2026-07-23T11:20:01Z',
        },
      },
    ],
  })

export const field: FieldKind = {
  kind: 'a text that names a quota and not which',
  rows: [
    {
      name: 'this billing cycle',
      file: 'billing-cycle.log',
      right: {
        errors: [{ at: '2026-07-23T10:10:01.500Z', status: 403, class: 'quota_unnamed' }],
        incidents: [{ from: '2026-07-23T10:10:01.500Z', ...ANY_QUOTA }],
      },
    },
    {
      name: 'this billing cycle, and service back in ninety minutes',
      file: 'billing-cycle-back-early.log',
      right: {
        errors: [{ at: '2026-08-17T09:30:01Z', status: 403, class: 'quota_unnamed' }],
        incidents: [
          { from: '2026-08-17T09:30:01Z', to: '2026-08-17T11:00:00Z', leading: 'unknown', supported: [] },
        ],
      },
    },
    {
      name: "in kimi-cli's log",
      text: `2026-05-02 16:19:03.412 | WARNING  | kimi_cli.soul.kimisoul:_retry_log:1748 | 1f0c - Retrying step for the 1 time (last error: APIStatusError: Error code: 403 - {'error': {'message': "${CYCLE}", 'type': 'access_terminated_error'}}). Waiting 0.46 seconds.\n`,
      zone: 'UTC',
      right: {
        errors: [
          {
            at: '2026-05-02T16:19:03.412Z',
            status: 403,
            class: 'quota_unnamed',
            type: 'access_terminated_error',
          },
        ],
        incidents: [{ from: '2026-05-02T16:19:03.412Z', ...ANY_QUOTA }],
      },
    },
    {
      name: 'in a JSON body, with its date before it',
      text: `2026-08-23T05:00:00Z {"error":{"message":"${CYCLE}","type":"permission_error"}}\n`,
      right: {
        errors: [{ at: '2026-08-23T05:00:00Z', class: 'quota_unnamed', type: 'permission_error' }],
        incidents: [{ from: '2026-08-23T05:00:00Z', ...ANY_QUOTA }],
      },
    },
    {
      name: 'only the half of it that is told from the others',
      text: "2026-07-23T10:10:01Z 403 You've reached your usage limit for this billing cycle.\n",
      right: {
        errors: [{ at: '2026-07-23T10:10:01Z', status: 403, class: 'quota_unnamed' }],
        incidents: [{ from: '2026-07-23T10:10:01Z', ...ANY_QUOTA }],
      },
    },
    {
      name: 'in Chinese prose',
      text: `2026-07-23 18:10:01 我在 Kimi Code 里收到 403：“${CYCLE}” 请问这是周额度吗？\n`,
      zone: '+08:00',
      right: {
        errors: [{ at: '2026-07-23T10:10:01Z', status: 403, class: 'quota_unnamed' }],
        incidents: [{ from: '2026-07-23T10:10:01Z', ...ANY_QUOTA }],
      },
    },
    {
      name: 'without a time',
      text: `error: failed to run prompt: provider.auth_error: 403 ${CYCLE}\n`,
      right: { errors: [{ at: null, status: 403, class: 'quota_unnamed' }], incidents: [] },
    },
    {
      name: 'said by the month, which is named',
      text: "2026-07-23T10:10:01Z 429 You've reached kimi monthly usage limit for this billing cycle. Your quota will be refreshed in the next cycle.\n",
      right: {
        errors: [{ status: 429, class: 'window_month' }],
        incidents: [{ leading: 'quota_month', supported: ['quota_month'] }],
      },
    },
    {
      name: 'and the 5-hour meter full, the week at a fifth, pasted after it',
      text: `403 ${CYCLE}\n${usages(100, 20)}\n`,
      right: {
        errors: [{ at: null, status: 403, class: 'quota_unnamed', assumed: true }],
        incidents: [
          {
            within: true,
            leading: 'quota_5h',
            verdicts: { quota_5h: 'supported', quota_7d: 'contradicted', quota_month: 'consistent' },
          },
        ],
      },
    },
    {
      name: 'and the week full, 5 hours hardly used, pasted after it',
      text: `403 ${CYCLE}\n${usages(3, 100)}\n`,
      right: {
        errors: [{ at: null, class: 'quota_unnamed', assumed: true }],
        incidents: [{ leading: 'quota_7d', verdicts: { quota_5h: 'contradicted', quota_7d: 'supported' } }],
      },
    },
    {
      name: 'and both meters full, pasted after it',
      text: `403 ${CYCLE}\n${usages(100, 100)}\n`,
      right: {
        errors: [{ at: null, class: 'quota_unnamed', assumed: true }],
        incidents: [
          {
            leading: 'unknown',
            supported: [],
            verdicts: { quota_5h: 'consistent', quota_7d: 'consistent', quota_month: 'consistent' },
          },
        ],
      },
    },
    {
      name: 'and both meters half used, pasted after it',
      text: `403 ${CYCLE}\n${usages(40, 45)}\n`,
      right: {
        errors: [{ at: null, class: 'quota_unnamed', assumed: true }],
        incidents: [
          {
            leading: 'unknown',
            supported: [],
            verdicts: { quota_5h: 'contradicted', quota_7d: 'contradicted', quota_month: 'consistent' },
          },
        ],
      },
    },
  ],
}
