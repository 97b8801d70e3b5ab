import { PLANTED, type ReplicaKey, type ReplicaRow, type Scenario } from './scenario.ts'

/** The console shows the newest hundred and nothing before them (docs/kimi.md#history). */
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
    case 'ListBalanceActions':
      return actionsOf(scenario)
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

/** Pages are cut to this, whatever is asked for. */
const ACTIONS_PAGE = 20

const actionsOf = ({ shares }: Scenario) => ({
  actions: shares.slice(0, ACTIONS_PAGE).map(({ at, product, percent }) => ({
    id: PLANTED.keyId,
    feature: 'FEATURE_CODING',
    title: product,
    status: 'STATUS_SUCCESS',
    timestamp: at,
    items: [
      {
        amountRatio: Number((percent / 100).toFixed(6)),
        unit: 'UNIT_CREDIT',
        amountMoney: { currency: 'CNY', priceInCents: PLANTED.payment },
      },
    ],
  })),
  ...(shares.length > ACTIONS_PAGE && { nextPageToken: 'p2' }),
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
