import type { CaptureSource } from '../../evidence/kinds/capture.ts'
import type { Why } from '../../evidence/sentences/recognitions.ts'
import { connectErrorSchema } from '../console/connect-error.schema.ts'
import { subscriptionStatsSchema } from '../console/get-subscription-stats.schema.ts'
import { subscriptionSchema } from '../console/get-subscription.schema.ts'
import { consoleUsagesSchema } from '../console/get-usages.schema.ts'
import { apiKeyListSchema } from '../console/list-api-keys.schema.ts'
import { balanceActionsSchema } from '../console/list-balance-actions.schema.ts'
import { deviceListSchema } from '../console/list-devices.schema.ts'
import { parseConnectError, recogniseConnectError } from '../console/connect-error.ts'
import { parseConsoleUsages, recogniseConsoleUsages } from '../console/get-usages.ts'
import { parseSubscriptionStats, recogniseSubscriptionStats } from '../console/get-subscription-stats.ts'
import { parseSubscription, recogniseSubscription } from '../console/get-subscription.ts'
import { parseBalanceActions, recogniseBalanceActions } from '../console/list-balance-actions.ts'
import { parseApiKeys, recogniseApiKeys } from '../console/list-api-keys.ts'
import { parseDevices, recogniseDevices } from '../console/list-devices.ts'
import {
  keptOfRequests,
  parseUnifiedRequests,
  recogniseUnifiedRequests,
} from '../console/list-unified-requests.ts'
import { isObject } from './json-object.ts'
import { keptBySchema, type KeptFields } from './kept-fields.ts'
import type { JsonParser } from '../parser.ts'
import { keptOfUsagesFailure, parseUsagesFailure, recogniseUsagesFailure } from '../usages/usages-failure.ts'
import { keptOfUsages, parseUsages, recogniseUsages } from '../usages/usages.ts'
import type { z } from '../zod.ts'

/** A kind of JSON body that we can read. */
export interface JsonSource {
  readonly source: CaptureSource
  /** Why a value is of this kind, by its content; null when it is not. */
  readonly recognise: (value: unknown) => Why | null
  readonly parse: JsonParser
  /** What of such a body may be kept: the fields that `parse` can read. */
  readonly kept: (value: unknown) => KeptFields
}

const by =
  (schema: z.ZodType): JsonSource['kept'] =>
  () =>
    keptBySchema(schema)

/** All of them; the first that recognises a value reads it. An error comes first: it may stand where any body could. */
export const JSON_SOURCES: readonly JsonSource[] = [
  {
    source: 'connect_error',
    recognise: recogniseConnectError,
    parse: parseConnectError,
    kept: by(connectErrorSchema),
  },
  {
    source: 'ListUnifiedRequests',
    recognise: recogniseUnifiedRequests,
    parse: parseUnifiedRequests,
    kept: keptOfRequests,
  },
  {
    source: 'GetSubscriptionStats',
    recognise: recogniseSubscriptionStats,
    parse: parseSubscriptionStats,
    kept: by(subscriptionStatsSchema),
  },
  {
    source: 'GetUsages',
    recognise: recogniseConsoleUsages,
    parse: parseConsoleUsages,
    kept: by(consoleUsagesSchema),
  },
  {
    source: 'GetSubscription',
    recognise: recogniseSubscription,
    parse: parseSubscription,
    kept: by(subscriptionSchema),
  },
  {
    source: 'ListBalanceActions',
    recognise: recogniseBalanceActions,
    parse: parseBalanceActions,
    kept: by(balanceActionsSchema),
  },
  { source: 'ListDevices', recognise: recogniseDevices, parse: parseDevices, kept: by(deviceListSchema) },
  { source: 'ListAPIKeys', recognise: recogniseApiKeys, parse: parseApiKeys, kept: by(apiKeyListSchema) },
  { source: 'usages', recognise: recogniseUsages, parse: parseUsages, kept: keptOfUsages },
  {
    source: 'usages',
    recognise: recogniseUsagesFailure,
    parse: parseUsagesFailure,
    kept: keptOfUsagesFailure,
  },
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
