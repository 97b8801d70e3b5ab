import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'a reading of the meters',
  rows: [
    {
      name: 'one body alone',
      file: 'reading-alone.json',
      right: {
        readings: [
          {
            meters: {
              '7d': { used: 26, reset: '2026-08-11T15:53:05Z' },
              '5h': { used: 27, reset: '2026-08-08T14:53:05Z' },
            },
          },
        ],
        incidents: [],
      },
    },
    {
      name: 'the panel of kimi-code',
      file: 'panel-kimi-code.txt',
      right: {
        rejects: 0,
        readings: [
          {
            meters: {
              '7d': { used: 40, reset: [(2 * 24 + 3) * 60, (2 * 24 + 4) * 60] },
              '5h': { used: 0, reset: [4 * 60 + 59, 5 * 60] },
            },
          },
        ],
      },
    },
    {
      name: "the client's own local server",
      file: 'local-server.json',
      right: {
        rejects: 0,
        readings: [
          {
            meters: {
              '5h': { used: 50, reset: '2026-10-10T14:00:00Z' },
              'month': { used: 100, reset: '2026-11-01T00:00:00Z' },
            },
            wallet: { left: 1234, limit: 2000, used: 300, currency: 'CNY' },
          },
        ],
      },
    },
    {
      name: 'resets of the membership page as dates',
      file: 'membership-resets.txt',
      right: {
        rejects: 0,
        readings: [{ meters: { 'month': { used: 12.5 }, '5h': { used: 40 }, '7d': { used: 33.3 } } }],
      },
    },
    {
      name: 'resets of the membership page as dates, in a zone, at a time that is said',
      text: '总使用量\n12.5%\n2026-10-20 后重置\n5 小时用量\n40%\n10-01 18:30 后重置\n7 天用量\n33.3%\n10-05 09:30 后重置\n',
      zone: '+08:00',
      takenAt: '2026-10-01T08:00:00Z',
      right: {
        readings: [
          {
            at: '2026-10-01T08:00:00Z',
            meters: {
              'month': { used: 12.5 },
              '5h': { used: 40, reset: '2026-10-01T10:30:00Z' },
              '7d': { used: 33.3, reset: '2026-10-05T01:30:00Z' },
            },
          },
        ],
      },
    },
  ],
}
