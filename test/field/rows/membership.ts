import type { FieldKind } from '../field-row.ts'

const NEITHER = {
  leading: 'unknown',
  supported: [],
  verdicts: { account: 'consistent', platform: 'consistent' },
} as const

const UNVERIFIED =
  "We're unable to verify your membership benefits at this time. Please ensure your membership is active."

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
      name: "Kimi's own client refused as none of the coding agents",
      file: 'own-client-refused.log',
      right: {
        errors: [{ at: '2026-06-05T08:10:01.200Z', status: 403, class: 'client_not_allowed' }],
        incidents: [{ from: '2026-06-05T08:10:01.200Z', to: '2026-06-05T08:40:10Z', ...NEITHER }],
      },
    },
  ],
}
