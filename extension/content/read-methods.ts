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

/** The method that each address of the page's origin calls, without a query. Nothing is inherited. */
export function methodsByAddress(origin: string): Readonly<Record<string, ReadMethod>> {
  const found: Record<string, ReadMethod> = Object.create(null)
  for (const [path, method] of Object.entries(READ_METHODS)) found[`${origin}/apiv2/${path}`] = method
  return found
}
