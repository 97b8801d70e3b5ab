import type { Faults } from './faults.ts'

/** One row as ListUnifiedRequests gives it (docs/kimi.md#history). Newest first in a scenario. */
export interface ReplicaRow {
  readonly requestId: string
  readonly requestTime: string
  readonly userAgent: string
  readonly success: boolean
  readonly httpStatusCode: number
  readonly apiKeyName: string | null
  /** `Model Inference` where it is not given. */
  readonly callType?: string
}

export interface ReplicaKey {
  readonly name: string
  readonly createTime: string
  readonly enabled: boolean
}

/** One line of the membership page's list: when, to the minute, and its share of the pool in percent. */
interface ReplicaShare {
  readonly at: string
  readonly product: string
  readonly percent: number
}

/** How the page looks and where it gets things from, as far as its script has to know. */
export interface ReplicaLook {
  readonly language: 'en' | 'zh'
  readonly dark: boolean
  /** `2026/03/02 17:25:14` as in March 2026, or `2026-06-12 08:10:18` as in June (docs/kimi.md#history-table). */
  readonly dates: 'slash' | 'dash'
  /** How a list of a hundred rows is shown: whole, ten a page, or only what is in sight of it. */
  readonly list: 'whole' | 'pager' | 'virtual'
  /** A table; blocks with other class names; or a table with other columns in another order. */
  readonly markup: 'table' | 'blocks' | 'reordered'
  /** `moved`: the page calls services under names that nobody listens to, so that only what it shows can be read. */
  readonly services: 'known' | 'moved'
  readonly transport: 'fetch' | 'xhr'
  /** The moment at which the page's clock stands; null for the browser's own. */
  readonly now: string | null
}

/** What the stand-in for the Kimi console shows: plain data, so that a test says what there is to see. */
export interface Scenario extends ReplicaLook {
  readonly accountId: string
  readonly signedIn: boolean
  readonly rows: readonly ReplicaRow[]
  /** Bodies of GetSubscriptionStats and GetUsages. */
  readonly stats: unknown
  readonly usages: unknown
  readonly plan: { readonly title: string; readonly subscribedAt: string; readonly cap: number }
  readonly keys: readonly ReplicaKey[]
  readonly devices: readonly Readonly<Record<string, string>>[]
  readonly shares: readonly ReplicaShare[]
  readonly faults: Faults
  /** A script that runs before any other of the page: what a hostile page would do first. */
  readonly firstScript: string
}

/** Things that must never be found in what the extension keeps. */
export const PLANTED = {
  /** A part of every access token that the replica gives out. */
  token: 'cGxhbnRlZC5hY2Nlc3Mtc2lnbmF0dXJl',
  refreshToken: 'cGxhbnRlZC5yZWZyZXNoLXNpZ25hdHVyZQ',
  cookie: 'kimi-auth-planted-cookie',
  keyValue: 'sk-kimi-plantedplantedplantedplanted',
  keyId: '3f0d6f8e-dead-4000-8000-00000000beef',
  accountId: 'user-planted-4711',
  deviceId: 'device-planted-0815',
  payment: 'PAYMENT_CHANNEL_PLANTED',
  prompt: 'planted prompt: refactor the secret module',
} as const

/** The service at rest: nobody has used anything. Scenarios say only what is different. */
export const PLAIN: Scenario = {
  language: 'en',
  dark: false,
  dates: 'slash',
  list: 'whole',
  markup: 'table',
  services: 'known',
  transport: 'fetch',
  now: null,
  accountId: PLANTED.accountId,
  signedIn: true,
  rows: [],
  stats: {},
  usages: { usages: [] },
  plan: { title: 'Allegretto', subscribedAt: '2026-03-01T09:20:45Z', cap: 20 },
  keys: [{ name: 'laptop', createTime: '2026-02-11T07:46:03Z', enabled: true }],
  devices: [],
  shares: [],
  faults: {},
  firstScript: '',
}
