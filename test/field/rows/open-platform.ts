import type { FieldKind } from '../field-row.ts'

const NO_BLOCK = { incidents: [] } as const
const theirs = (status: number | null) =>
  ({ errors: [{ status, class: 'open_platform', product: 'open_platform' }], ...NO_BLOCK }) as const

export const field: FieldKind = {
  kind: 'a text of the open platform, which is another product',
  rows: [
    {
      name: 'suspended for its balance',
      file: 'open-platform.txt',
      right: { errors: [{ status: 429, product: 'open_platform' }], incidents: [] },
    },
    {
      name: "an organization's requests a minute, in a client's log",
      file: 'open-platform-rpm.log',
      right: { errors: [{ status: 429, product: 'open_platform' }], incidents: [] },
    },
    {
      name: "an organization's tokens a day, dated",
      text: '2026-05-02T16:19:03Z 429 Your account org-0<ak-0> request reached organization TPD rate limit, current: 1500012, limit: 1500000\n',
      right: theirs(429),
    },
    {
      name: "an organization's tokens a minute, in a JSON body",
      text: '2026-05-02T16:19:03Z {"error":{"message":"Your account org-0<ak-0> request reached organization max TPM: 32000, please try again after 1 seconds","type":"rate_limit_reached_error"}}\n',
      right: { errors: [{ class: 'open_platform', product: 'open_platform' }], ...NO_BLOCK },
    },
    {
      name: "an organization's calls at once",
      text: '2026-05-02T16:19:03Z Error code: 429 - Your account org-0<ak-0> request reached max organization concurrency: 3, please try again after 1 seconds\n',
      right: theirs(429),
    },
    {
      name: 'a rate limit of the organization, with no number but the wait',
      text: '2026-05-02T16:19:03Z API Error (429 {"error":{"message":"Organization Rate limit exceeded, please try again after 1 seconds","type":"rate_limit_reached_error"}}) · Retrying in 1 seconds… (attempt 1/10)\n',
      right: theirs(429),
    },
    {
      name: 'a token quota',
      text: '2026-05-02T16:19:03Z 429 You exceeded your current token quota: 0, please check your account balance\n',
      right: theirs(429),
    },
    {
      name: 'in Chinese prose',
      text: '2026-05-02 16:19:03 我用的是开放平台的 key，报错 429：Your account org-0 <ak-0> is suspended due to insufficient balance, please recharge your account or check your plan and billing details\n',
      zone: '+08:00',
      right: theirs(429),
    },
    {
      name: "beside a refusal of Kimi Code's",
      text: "2026-05-02T16:19:03Z 429 Your account org-0<ak-0> request reached organization max RPM: 20, please try again after 1 seconds\n2026-05-02T17:00:00Z 403 You've reached your 5-hour usage limit.\n",
      right: {
        errors: [
          { at: '2026-05-02T16:19:03Z', product: 'open_platform' },
          { at: '2026-05-02T17:00:00Z', class: 'window_5h', product: 'kimi_code' },
        ],
        incidents: [{ from: '2026-05-02T17:00:00Z', leading: 'quota_5h' }],
      },
    },
    {
      name: 'requests a minute, in the words of 2024',
      text: `RateLimitError: Error code: 429 - {'error': {'message': 'max request per minute reached: 3, please try again after 1 seconds', 'type': 'rate_limit_reached_error'}}\n`,
      right: theirs(429),
    },
  ],
}
