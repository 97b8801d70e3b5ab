import { PLANTED, type ReplicaRow, type Scenario } from './scenario.ts'

export interface ReplicaAnswer {
  readonly status: number
  readonly body: string
}

const unauthenticated = {
  code: 'unauthenticated',
  details: [
    {
      debug: {
        reason: 'REASON_INVALID_AUTH_TOKEN',
        localizedMessage: { locale: 'en-US', message: 'Your login session has expired' },
      },
    },
  ],
}

/** Answers a call of the console's services as KIMI.md 2 describes them: bearer token, POST, Connect errors. */
export function answerCall(scenario: Scenario, path: string, authorization: string | null): ReplicaAnswer {
  if (authorization !== `Bearer ${PLANTED.token}`)
    return { status: 401, body: JSON.stringify(unauthenticated) }
  const method = path.slice(path.lastIndexOf('/') + 1)
  const body = bodyOf(scenario, method)
  return body === null
    ? { status: 404, body: JSON.stringify({ code: 'unimplemented' }) }
    : { status: 200, body: JSON.stringify(body) }
}

function bodyOf(scenario: Scenario, method: string): unknown {
  switch (method) {
    case 'GetCurrentUser':
      return { user: { id: scenario.accountId, name: 'planted' } }
    case 'ListUnifiedRequests':
      return { requests: scenario.rows.slice(0, 100).map(requestOf) }
    case 'GetSubscriptionStats':
      return scenario.stats
    case 'ListDevices':
      return { devices: scenario.devices }
    case 'ListAPIKeys':
      return { apiKeys: [{ id: PLANTED.keyId, name: 'laptop', key: PLANTED.keyValue }], nextPageToken: '' }
    case 'GetSubscription':
      return {
        subscription: {
          subscriptionId: PLANTED.keyId,
          goods: { title: 'Allegretto', durationDays: 30, membershipLevel: 'LEVEL_INTERMEDIATE' },
          subscriptionTime: '2026-03-01T09:20:45Z',
          paymentChannel: PLANTED.payment,
          active: true,
        },
        capabilities: [{ feature: 'FEATURE_CODING', constraint: { parallelism: 20 } }],
        subscribed: true,
      }
    default:
      return null
  }
}

const requestOf = ({ apiKeyName, ...row }: ReplicaRow) => ({
  ...row,
  callType: 'Model Inference',
  modelDisplayName: 'kimi-for-coding',
  ...(apiKeyName !== null && {
    apiKey: { id: PLANTED.keyId, key: PLANTED.keyValue, name: apiKeyName, scope: ['FEATURE_CODING'] },
  }),
})
