import type { FieldKind } from '../field-row.ts'

const FIVE = '2026-09-16T15:00:00Z'
const pools = (usedRatio: unknown) =>
  JSON.stringify({ goods_version: 2, usages: { limit_5h: { used_ratio: usedRatio, reset_time: FIVE } } })
const right = (used: number | null) => ({ readings: [{ meters: { '5h': { used, reset: FIVE } } }] })

export const field: FieldKind = {
  kind: 'more used than there is',
  rows: [
    { name: 'a ratio of 1.4', text: pools(1.4), right: right(140) },
    {
      name: 'a ratio of 1.8 as a text, in words',
      text: `It says ${pools('1.8')} and nothing works.`,
      right: right(180),
    },
    { name: 'a ratio just above 1', text: pools(1.0001), right: right(100.01) },
    { name: 'a ratio that is none', text: pools('NaN'), right: right(null) },
    { name: 'a ratio below zero', text: pools(-0.1), right: right(null) },
    {
      name: 'a count above its limit',
      text: `{"limits":[{"window":{"duration":300,"timeUnit":"TIME_UNIT_MINUTE"},"detail":{"limit":"100","used":"125","resetTime":"${FIVE}"}}]}`,
      right: right(125),
    },
    {
      name: 'the meters of the console',
      text: `{"ratelimitCode5h":{"ratio":1.02,"enabled":true,"resetTime":"${FIVE}"}}`,
      right: right(102),
    },
  ],
}
