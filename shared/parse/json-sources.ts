import type { CaptureSource } from '../evidence/capture.ts'
import type { Why } from '../evidence/sentences/recognitions.ts'
import { parseConnectError, recogniseConnectError } from './console/connect-error.ts'
import { parseConsoleUsages, recogniseConsoleUsages } from './console/get-usages.ts'
import { parseSubscriptionStats, recogniseSubscriptionStats } from './console/get-subscription-stats.ts'
import { parseSubscription, recogniseSubscription } from './console/get-subscription.ts'
import { parseBalanceActions, recogniseBalanceActions } from './console/list-balance-actions.ts'
import { parseApiKeys, recogniseApiKeys } from './console/list-api-keys.ts'
import { parseDevices, recogniseDevices } from './console/list-devices.ts'
import { parseUnifiedRequests, recogniseUnifiedRequests } from './console/list-unified-requests.ts'
import { isObject } from './json-object.ts'
import type { JsonParser } from './parser.ts'
import { parseUsagesFailure, recogniseUsagesFailure } from './usages/usages-failure.ts'
import { parseUsages, recogniseUsages } from './usages/usages.ts'

/** A kind of JSON body that we can read. */
export interface JsonSource {
  readonly source: CaptureSource
  /** Why a value is of this kind, by its content; null when it is not. */
  readonly recognise: (value: unknown) => Why | null
  readonly parse: JsonParser
}

/** All of them; the first that recognises a value reads it. An error comes first: it may stand where any body could. */
export const JSON_SOURCES: readonly JsonSource[] = [
  { source: 'connect_error', recognise: recogniseConnectError, parse: parseConnectError },
  { source: 'ListUnifiedRequests', recognise: recogniseUnifiedRequests, parse: parseUnifiedRequests },
  { source: 'GetSubscriptionStats', recognise: recogniseSubscriptionStats, parse: parseSubscriptionStats },
  { source: 'GetUsages', recognise: recogniseConsoleUsages, parse: parseConsoleUsages },
  { source: 'GetSubscription', recognise: recogniseSubscription, parse: parseSubscription },
  { source: 'ListBalanceActions', recognise: recogniseBalanceActions, parse: parseBalanceActions },
  { source: 'ListDevices', recognise: recogniseDevices, parse: parseDevices },
  { source: 'ListAPIKeys', recognise: recogniseApiKeys, parse: parseApiKeys },
  { source: 'usages', recognise: recogniseUsages, parse: parseUsages },
  { source: 'usages', recognise: recogniseUsagesFailure, parse: parseUsagesFailure },
]

export interface RecognisedJson {
  readonly source: JsonSource
  readonly why: Why
}

/**
 * What a JSON value is, by its content, or null. A capture's claim is believed for an empty object only: an answer
 * whose every field has its zero value is written as `{}` (docs/kimi.md#encoding).
 */
export function recogniseJson(value: unknown, claim: CaptureSource | null = null): RecognisedJson | null {
  for (const source of JSON_SOURCES) {
    const why = source.recognise(value)
    if (why !== null) return { source, why }
  }
  const claimed = JSON_SOURCES.find((source) => source.source === claim)
  if (!claimed || !isObject(value) || Object.keys(value).length > 0) return null
  return { source: claimed, why: `an empty answer of ${claimed.source}` }
}
