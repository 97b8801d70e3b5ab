import type { FieldKind } from '../field-row.ts'

const FIVE = '2026-10-08T15:00:00Z'
const MONTH = '2026-11-01T00:00:00Z'
const body = (change: object = {}) =>
  JSON.stringify({
    user: { userId: 'u', region: 'REGION_OVERSEA', membership: { level: 'LEVEL_STANDARD' } },
    version: 'GOODS_VERSION_V1',
    limits: [
      {
        window: { duration: 300, timeUnit: 'TIME_UNIT_MINUTE' },
        detail: { limit: '100', used: '31', remaining: '69', resetTime: '2026-10-08T15:00:01.2Z' },
      },
    ],
    usages: {
      limit_5h: { used_ratio: 0.305, reset_time: FIVE },
      limit_month_total: { used_ratio: 0.0338, reset_time: MONTH },
      limit_month_code: { used_ratio: 0.03, reset_time: MONTH },
    },
    parallel: { limit: '30' },
    totalQuota: {},
    ...change,
  })
const METERS = { 'month total': { used: 3.38, reset: MONTH }, 'month code': { used: 3, reset: MONTH } }

export const field: FieldKind = {
  kind: 'a plan without a week',
  rows: [
    {
      name: 'a body with counts and pools',
      text: body(),
      right: {
        rejects: 0,
        readings: [{ cap: 30, meters: { '5h': { used: 30.5, reset: FIVE }, ...METERS } }],
        incidents: [],
      },
    },
    {
      name: 'pools alone',
      text: body({ limits: null, parallel: undefined }),
      right: {
        rejects: 0,
        readings: [{ cap: null, meters: { '5h': { used: 30.5, reset: FIVE }, ...METERS } }],
      },
    },
    {
      name: 'with a total that is stuck, overdrawn and with a notice',
      text: body({
        totalQuota: { limit: '100', remaining: '99' },
        overdrawn: true,
        notice: { text: 'New plans' },
      }),
      right: { rejects: 0, readings: [{ meters: { '5h': { used: 30.5 }, ...METERS } }] },
    },
    {
      name: 'the meters of the console',
      text: `{"ratelimitCode5h":{"ratio":0.305,"enabled":true,"resetTime":"${FIVE}"},"ratelimitCode7d":{"enabled":false},"subscriptionBalance":{"amountUsedRatio":0.0338,"kimiCodeUsedRatio":0.03,"expireTime":"${MONTH}"}}`,
      right: { rejects: 0, readings: [{ meters: { '5h': { used: 30.5, reset: FIVE }, ...METERS } }] },
    },
    {
      name: 'a month that is used up refuses, and no week is asked for',
      text: `{"at":"2026-10-08T12:01:00Z","source":"usages","body":${body({ usages: { limit_5h: { used_ratio: 0.2, reset_time: FIVE }, limit_month_total: { used_ratio: 1.02, reset_time: MONTH } }, limits: [] })}}\n2026-10-08T12:00:00Z 403 You've reached your monthly usage limit for this billing cycle. Your quota will be refreshed in the next cycle.`,
      right: {
        rejects: 0,
        readings: [{ meters: { '5h': { used: 20 }, 'month total': { used: 102, reset: MONTH } } }],
        incidents: [{ from: '2026-10-08T12:00:00Z', leading: 'quota_month', supported: ['quota_month'] }],
      },
    },
    {
      name: 'in Chinese words, in snake and camel case',
      text: `新套餐没有周额度：${body({ usages: { limit5h: { usedRatio: '0.305', resetTime: FIVE }, limitMonthTotal: { usedRatio: '0.0338', resetTime: MONTH } }, limits: [] })}`,
      right: {
        rejects: 0,
        readings: [{ meters: { '5h': { used: 30.5, reset: FIVE }, 'month total': METERS['month total'] } }],
      },
    },
  ],
}
