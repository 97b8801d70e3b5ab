import type { FieldKind } from '../field-row.ts'

const BODY =
  '{"code":0,"data":{"kind":"ok","quota":{"usages":{"limit5h":{"usedRatio":0.5,"resetAt":"2026-10-10T14:00:00Z"},"limit7d":{"usedRatio":0.25,"resetAt":"2026-10-14T09:00:00Z"},"monthTotal":{"usedRatio":0.9,"resetAt":"2026-11-01T00:00:00Z"},"monthCode":{"usedRatio":0.6,"resetAt":"2026-11-01T00:00:00Z"}},"extraUsage":{"balanceCents":1234,"totalCents":5000,"monthlyChargeLimitEnabled":true,"monthlyChargeLimitCents":2000,"monthlyUsedCents":300,"currency":"CNY"}}}}'
const RIGHT = {
  meters: {
    '5h': { used: 50, reset: '2026-10-10T14:00:00Z' },
    '7d': { used: 25, reset: '2026-10-14T09:00:00Z' },
    'month total': { used: 90, reset: '2026-11-01T00:00:00Z' },
    'month code': { used: 60, reset: '2026-11-01T00:00:00Z' },
  },
  wallet: { left: 1234, limit: 2000, used: 300, currency: 'CNY' },
}

export const field: FieldKind = {
  kind: "a body of the official client's local server",
  rows: [
    {
      name: 'with both pools of the month',
      text: BODY,
      right: { rejects: 0, readings: [RIGHT], incidents: [] },
    },
    {
      name: 'printed over lines, in a fence',
      text: `curl -s localhost:1234/api/v1/oauth/usage | jq\n\n\`\`\`json\n${JSON.stringify(JSON.parse(BODY), null, 2)}\n\`\`\``,
      right: { rejects: 0, readings: [RIGHT] },
    },
    {
      name: 'in Chinese words, with smart quotes',
      text: `本地接口返回：${BODY.replaceAll(/"([^"]*)"/g, '“$1”')} 就是这些。`,
      right: { rejects: 0, readings: [RIGHT] },
    },
    {
      name: 'with extra usage that has no limit',
      text: BODY.replace('"monthlyChargeLimitEnabled":true', '"monthlyChargeLimitEnabled":false'),
      right: { readings: [{ ...RIGHT, wallet: { left: 1234, used: 300, currency: 'CNY' } }] },
    },
    {
      name: 'of an hour that is used up and more',
      text: BODY.replace('"usedRatio":0.5', '"usedRatio":1.4').replace(
        /,"extraUsage":\{[^}]*\}/,
        ',"extraUsage":null',
      ),
      right: {
        readings: [{ meters: { ...RIGHT.meters, '5h': { used: 140, reset: '2026-10-10T14:00:00Z' } } }],
      },
    },
    {
      name: 'that could not read the quota, which refused no call',
      text: '{"code":0,"data":{"kind":"error","message":"Failed to fetch usage.","status":502}}',
      right: {
        rejects: 0,
        readings: [],
        errors: [{ at: null, status: 502, class: 'service' }],
        incidents: [],
      },
    },
    {
      name: 'that was not signed in',
      text: 'GET /api/v1/oauth/usage\n{"code":0,"data":{"kind":"error","message":"Authorization failed. Please check your API key.","status":401}}\n',
      right: { rejects: 0, readings: [], errors: [{ at: null, status: 401, class: 'auth' }], incidents: [] },
    },
  ],
}
