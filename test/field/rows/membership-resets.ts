import type { FieldKind } from '../field-row.ts'

const PAGE =
  '总使用量\n12.5%\n2026-10-20 后重置\n5 小时用量\n40%\n10-01 18:30 后重置\n7 天用量\n33.3%\n10-05 09:30 后重置'
const SHARES = { 'month total': { used: 12.5 }, '5h': { used: 40 }, '7d': { used: 33.3 } }
const IN_SHANGHAI = {
  'month total': { used: 12.5 },
  '5h': { used: 40, reset: '2026-10-01T10:30:00Z' },
  '7d': { used: 33.3, reset: '2026-10-05T01:30:00Z' },
}
const taken = { zone: '+08:00', takenAt: '2026-10-01T08:00:00Z' } as const

export const field: FieldKind = {
  kind: 'the membership page, with resets as dates',
  rows: [
    {
      name: 'without a zone: as they were printed',
      text: PAGE,
      right: {
        rejects: 0,
        readings: [
          {
            at: null,
            meters: {
              'month total': { used: 12.5, reset: '2026-10-20' },
              '5h': { used: 40, reset: '10-01 18:30' },
              '7d': { used: 33.3, reset: '10-05 09:30' },
            },
          },
        ],
        incidents: [],
      },
    },
    {
      name: 'in a zone, of an unknown year',
      text: PAGE,
      zone: '+08:00',
      right: { readings: [{ meters: { ...SHARES, '5h': { used: 40, reset: '10-01 18:30' } } }] },
    },
    {
      name: 'on one line each',
      text: PAGE.replaceAll(/(?<=量|%)\n/g, '  '),
      ...taken,
      right: { rejects: 0, readings: [{ meters: IN_SHANGHAI }] },
    },
    {
      name: 'quoted, with blank lines',
      text: PAGE.replaceAll('\n', '\n\n').replaceAll(/^/gm, '> '),
      ...taken,
      right: { rejects: 0, readings: [{ meters: IN_SHANGHAI }] },
    },
    {
      name: 'in English',
      text: 'Total usage\n12.5%\nResets on 2026-10-20\n5-hour usage\n40%\nResets at 10-01 18:30\n7-day usage\n33.3%\nResets at 10-05 09:30',
      ...taken,
      right: { rejects: 0, readings: [{ at: taken.takenAt, meters: IN_SHANGHAI }] },
    },
    {
      name: 'between words',
      text: `会员页现在是这样：\n\n${PAGE}\n\n为什么还是被限？`,
      ...taken,
      right: { rejects: 0, readings: [{ meters: IN_SHANGHAI }] },
    },
    {
      name: 'over the turn of the year',
      text: '5 小时用量\n7%\n01-01 02:30 后重置\n7 天用量\n100%\n01-03 09:30 后重置',
      zone: '+08:00',
      takenAt: '2026-12-31T15:00:00Z',
      right: {
        readings: [
          {
            meters: {
              '5h': { used: 7, reset: '2026-12-31T18:30:00Z' },
              '7d': { used: 100, reset: '2027-01-03T01:30:00Z' },
            },
          },
        ],
      },
    },
  ],
}
