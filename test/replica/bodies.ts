import { PLANTED, type ReplicaKey, type ReplicaRow, type Scenario } from './scenario.ts'

/** The console shows the newest hundred and nothing before them (KIMI.md 0.2). */
const PAGE = 100

/** What a service answers, with everything in it that nobody may keep. Null for a method that there is not. */
export function bodyOf(scenario: Scenario, method: string): unknown {
  switch (method) {
    case 'GetCurrentUser':
      return { user: { id: scenario.accountId, name: 'planted', email: 'planted@example.org' } }
    case 'ListUnifiedRequests':
      return { requests: scenario.rows.slice(0, PAGE).map(requestOf) }
    case 'GetSubscriptionStats':
      return scenario.stats
    case 'GetUsages':
      return scenario.usages
    case 'ListDevices':
      return { devices: scenario.devices }
    case 'ListAPIKeys':
      return { apiKeys: scenario.keys.map(keyOf), nextPageToken: '' }
    case 'GetSubscription':
      return subscriptionOf(scenario)
    case 'ListUsageDetails': // a name of ours: which service the membership page asks was not found (KIMI.md 3.4)
      return { details: scenario.shares }
    default:
      return null
  }
}

const requestOf = ({ apiKeyName, callType = 'Model Inference', ...row }: ReplicaRow) => ({
  ...row,
  callType,
  modelDisplayName: 'kimi-for-coding',
  messages: [{ role: 'user', content: PLANTED.prompt }],
  ...(apiKeyName !== null && {
    apiKey: { id: PLANTED.keyId, key: PLANTED.keyValue, name: apiKeyName, scope: ['FEATURE_CODING'] },
  }),
})

const keyOf = ({ name, createTime, enabled }: ReplicaKey) => ({
  id: PLANTED.keyId,
  name,
  key: PLANTED.keyValue,
  status: enabled ? 'STATUS_ACTIVE' : 'STATUS_DISABLED',
  createTime,
})

const subscriptionOf = ({ plan, rows: [newest] }: Scenario) => ({
  subscription: {
    subscriptionId: PLANTED.keyId,
    goods: { title: plan.title, durationDays: 30, membershipLevel: 'LEVEL_INTERMEDIATE' },
    subscriptionTime: plan.subscribedAt,
    currentStartTime: plan.subscribedAt,
    paymentChannel: PLANTED.payment,
    active: true,
    lastUseTime: newest?.requestTime,
  },
  capabilities: [{ feature: 'FEATURE_CODING', constraint: { parallelism: plan.cap } }],
  subscribed: true,
})
