import type { FieldKind } from '../field-row.ts'

const action = (timestamp: string, amountRatio: number | string, title = 'Kimi Code') => ({
  id: 'act-1',
  feature: 'FEATURE_CODING',
  title,
  status: 'STATUS_SUCCESS',
  timestamp,
  items: [{ amountRatio, unit: 'UNIT_CREDIT' }],
})
const PAGE = {
  actions: [action('2026-09-22T01:08:31.123456Z', 0.0014), action('2026-09-22T01:08:55Z', '0.0102')],
}
const COSTS = [
  { at: '2026-09-22T01:08:31.123Z', percent: 0.14 },
  { at: '2026-09-22T01:08:55Z', percent: 1.02 },
]
const json = JSON.stringify(PAGE)

export const field: FieldKind = {
  kind: 'what single calls took, from the service',
  rows: [
    { name: 'a last page', text: json, right: { rejects: 0, costs: COSTS, incidents: [] } },
    {
      name: 'a page with more to come, over lines, in a fence',
      text: `Usage details:\n\`\`\`json\n${JSON.stringify({ ...PAGE, nextPageToken: 'p2' }, null, 2)}\n\`\`\``,
      right: { rejects: 0, costs: COSTS },
    },
    {
      name: 'a line of captures',
      text: JSON.stringify({ at: '2026-09-22T02:00:00Z', source: 'ListBalanceActions', body: PAGE }),
      right: { rejects: 0, costs: COSTS },
    },
    {
      name: 'in Chinese words, twice',
      text: `消耗明细：${json}\n\n再来一次：\n${json}`,
      right: { rejects: 0, costs: COSTS },
    },
    {
      name: 'beside the rows that the page printed of it',
      text: `${json}\n\nKimi Code 2026-09-22 09:08\n0.14%\nKimi Code 2026-09-22 09:08\n1.02%\nKimi Code 2026-09-22 09:07\n0.14%\n`,
      zone: '+08:00',
      right: { rejects: 0, costs: [{ at: '2026-09-22T01:07:00Z', percent: 0.14 }, ...COSTS] },
    },
    {
      name: 'one that cannot be read beside one that can',
      text: JSON.stringify({ actions: [action('yesterday', 0.1), action('2026-09-22T01:08:55Z', 0.0102)] }),
      right: { rejects: 1, costs: [{ at: '2026-09-22T01:08:55Z', percent: 1.02 }] },
    },
  ],
}
