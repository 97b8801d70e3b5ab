import { look } from './look.ts'
import { accessToken } from './sign-in.ts'

const SERVICES = {
  GetCurrentUser: 'kimi.gateway.account.v1.UserService',
  ListUnifiedRequests: 'kimi.gateway.code.v1.UsageService',
  GetSubscriptionStats: 'kimi.gateway.membership.v2.MembershipService',
  GetUsages: 'kimi.gateway.billing.v1.BillingService',
  GetSubscription: 'kimi.gateway.membership.v2.MembershipService',
  ListDevices: 'kimi.gateway.device.v1.DeviceService',
  ListAPIKeys: 'kimi.gateway.credentials.v1.APIKeyService',
  ListBalanceActions: 'kimi.gateway.membership.v2.MembershipService',
} as const

export type Method = keyof typeof SERVICES

/** An answer that is no success (docs/kimi.md#console-services). */
export class Refused extends Error {
  constructor(readonly status: number) {
    super(`refused with ${status}`)
  }
}

function addressOf(method: Method): string {
  const service = SERVICES[method]
  return `/apiv2/${look.services === 'moved' ? service.replace(/\.v\d\./, '.v9.') : service}/${method}`
}

const headers = () => ({
  'Content-Type': 'application/json',
  'Connect-Protocol-Version': '1',
  'Authorization': `Bearer ${accessToken()}`,
})

/** Asks one of the console's services; rejects as the page of a failed call must see it. */
export const call = <Answer>(method: Method): Promise<Partial<Answer>> =>
  look.transport === 'xhr' ? callByXhr(method) : callByFetch(method)

async function callByFetch<Answer>(method: Method): Promise<Partial<Answer>> {
  const response = await fetch(addressOf(method), { method: 'POST', body: '{}', headers: headers() })
  if (!response.ok) throw new Refused(response.status)
  return response.json()
}

function callByXhr<Answer>(method: Method): Promise<Partial<Answer>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(method))
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.addEventListener('load', () => {
      if (request.status === 200 && request.response !== null) resolve(request.response)
      else reject(new Refused(request.status))
    })
    request.addEventListener('error', () => reject(new Refused(0)))
    request.send('{}')
  })
}
