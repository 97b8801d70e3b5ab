import type { Meter, Wallet } from '../../evidence/kinds/quota-snapshot.ts'
import type { Recognition } from '../../evidence/sentences/recognitions.ts'
import type { Instant } from '../../time/instant.ts'
import { fieldOf, hasAny, isObject } from '../json/json-object.ts'
import { keptBySchema, namesOf, PLAIN, type KeptFields } from '../json/kept-fields.ts'
import type { JsonParser, JsonPiece } from '../parser.ts'
import { innerPiece } from '../place.ts'
import { readBody } from '../json/read-body.ts'
import { readCap } from './cap.ts'
import { countMeter } from './count-meter.ts'
import { limitMeters } from './limit-meters.ts'
import { ratioMeter, type RatioWindow } from './ratio-meter.ts'
import { snapshotIn } from './snapshot.ts'
import { usagesSchema, type UsagesBody } from './usages.schema.ts'
import { readExtraUsageBody, readWallet } from './wallet.ts'
import { FIVE_HOURS, WEEK } from './window.ts'

const COUNTS = ['limit', 'used', 'remaining', 'resetTime', 'resetAt']
const POOL_NAMES = ['limit5h', 'limit7d', 'limitMonthTotal', 'limitMonthCode', 'monthTotal', 'monthCode']

/**
 * Why a value is a `/usages` body, or null. `usages` as a list is the console's GetUsages; `usage` may also be the
 * token counts in a model's answer, so one of our names must stand below it.
 */
export function recogniseUsages(value: unknown): Recognition | null {
  const { value: body } = usagesPiece({ value, at: '$', line: null })
  const limits = fieldOf(body, 'limits')
  if (Array.isArray(fieldOf(body, 'usages'))) return null
  if (hasAny(fieldOf(body, 'usages'), POOL_NAMES)) return 'quota pools under "usages"'
  if (hasAny(fieldOf(body, 'usage'), COUNTS)) return 'a quota count under "usage"'
  if (Array.isArray(limits) && limits.some((item) => hasAny(item, ['window', 'detail', ...COUNTS])))
    return 'quota windows under "limits"'
  if (hasAny(fieldOf(body, 'parallel'), ['limit', 'details'])) return 'a cap under "parallel"'
  if (hasAny(fieldOf(body, 'extraUsage'), ['balanceCents', 'monthlyUsedCents']))
    return 'extra usage under "extraUsage"'
  return isObject(fieldOf(body, 'boosterWallet')) ? 'extra usage under "boosterWallet"' : null
}

/** Reads a `/usages` body into one snapshot. */
export const parseUsages: JsonParser = (piece, context) => {
  const { body, rejects, unknownFields } = readBody(usagesSchema, 'usages', usagesPiece(piece), context)
  if (body === null) return { rejects, unknownFields }
  const content = {
    meters: metersOf(body, context.at),
    cap: readCap(body.parallel?.limit),
    inFlight: body.parallel?.details?.length ?? null,
    plan: body.user?.membership?.level ?? null,
    wallet: walletOf(body),
  }
  return { ...snapshotIn('usages', content, piece, context), rejects, unknownFields }
}

function walletOf({ boosterWallet, extraUsage }: UsagesBody): Wallet | null {
  if (boosterWallet) return readWallet(boosterWallet)
  return extraUsage ? readExtraUsageBody(extraUsage) : null
}

/**
 * The body itself; the official client's local server wraps it as `{code: 0, data: {quota: …}}`
 * (docs/kimi.md#official-parsers).
 */
function usagesPiece(piece: JsonPiece): JsonPiece {
  const data = fieldOf(piece.value, 'data')
  const quota = fieldOf(data, 'quota')
  if (isObject(quota)) return innerPiece(piece, ['data', 'quota'], quota)
  return isObject(data) ? innerPiece(piece, ['data'], data) : piece
}

/** What of a body may be kept, with what the official client's local server puts around it. */
export function keptOfUsages(value: unknown): KeptFields {
  const kept = keptBySchema(usagesSchema)
  const data = fieldOf(value, 'data')
  if (isObject(fieldOf(data, 'quota'))) return namesOf({ code: PLAIN, data: namesOf({ quota: kept }) })
  return isObject(data) ? namesOf({ code: PLAIN, data: kept }) : kept
}

const WEEKLY = { window: '7d', pool: null, minutes: null, missing: [] } as const

type PoolName = 'limit5h' | 'limit7d' | 'limitMonthTotal' | 'limitMonthCode' | 'monthTotal' | 'monthCode'

const POOLS: readonly (readonly [PoolName, RatioWindow])[] = [
  ['limit5h', { window: '5h', pool: null, minutes: FIVE_HOURS }],
  ['limit7d', { window: '7d', pool: null, minutes: WEEK }],
  ['limitMonthTotal', { window: 'month', pool: 'total', minutes: null }],
  ['monthTotal', { window: 'month', pool: 'total', minutes: null }],
  ['limitMonthCode', { window: 'month', pool: 'code', minutes: null }],
  ['monthCode', { window: 'month', pool: 'code', minutes: null }],
]

/** Counts first, then pools, in a fixed order. A window with `enabled: false` does not apply and gives no meter. */
function metersOf({ usage, limits, usages }: UsagesBody, at: Instant | null): Meter[] {
  const weekly = usage && usage.enabled !== false ? [countMeter(WEEKLY, usage, at)] : []
  const pools = POOLS.flatMap(([name, window]) => {
    const pool = usages?.[name]
    return pool && pool.enabled !== false ? [ratioMeter(window, 'usedRatio', pool, at)] : []
  })
  return [...weekly, ...limitMeters(limits, at), ...pools]
}
