/**
 * The console's own read calls that are listened to, and nothing else (docs/kimi.md#console-services). All are `POST
 * /apiv2/SERVICE/METHOD`. Also read by the page hook, which is built without libraries: keep it plain.
 */
export const READ_METHODS = {
  'kimi.gateway.code.v1.UsageService/ListUnifiedRequests': 'ListUnifiedRequests',
  'kimi.gateway.membership.v2.MembershipService/GetSubscriptionStats': 'GetSubscriptionStats',
  'kimi.gateway.membership.v2.MembershipService/ListBalanceActions': 'ListBalanceActions',
  'kimi.gateway.billing.v1.BillingService/GetUsages': 'GetUsages',
  'kimi.gateway.membership.v2.MembershipService/GetSubscription': 'GetSubscription',
  'kimi.gateway.device.v1.DeviceService/ListDevices': 'ListDevices',
  'kimi.gateway.credentials.v1.APIKeyService/ListAPIKeys': 'ListAPIKeys',
  'kimi.gateway.account.v1.UserService/GetCurrentUser': 'GetCurrentUser',
} as const

export type ReadMethod = (typeof READ_METHODS)[keyof typeof READ_METHODS]

const isListed = (path: string): path is keyof typeof READ_METHODS => Object.hasOwn(READ_METHODS, path)

/** Which read method a URL of the page's origin calls; null for everything else. */
export function readMethodOf(url: URL, origin: string): ReadMethod | null {
  if (url.origin !== origin || !url.pathname.startsWith('/apiv2/')) return null
  const path = url.pathname.slice('/apiv2/'.length)
  return isListed(path) ? READ_METHODS[path] : null
}
