import type { Recognition } from '../../evidence/sentences/recognitions.ts'
import { fieldOf, hasAny } from '../json/json-object.ts'
import type { JsonParser } from '../parser.ts'
import { readBody } from '../json/read-body.ts'
import { countMeter } from '../usages/count-meter.ts'
import { limitMeters } from '../usages/limit-meters.ts'
import { snapshotIn } from '../usages/snapshot.ts'
import { isCoding } from './coding-feature.ts'
import { consoleUsagesSchema } from './get-usages.schema.ts'

/** Why a value is the quota of the console's GetUsages, or null: there `usages` is a list, one item a product. */
export function recogniseConsoleUsages(value: unknown): Recognition | null {
  const usages = fieldOf(value, 'usages')
  if (!Array.isArray(usages)) return null
  return usages.length === 0 || usages.some((item) => hasAny(item, ['scope', 'detail', 'limits']))
    ? 'a list of quotas under "usages"'
    : null
}

const WEEKLY = { window: '7d', pool: null, minutes: null, missing: [] } as const

/** Reads the whole-percent quota of Kimi Code; quotas of other products in the list are none of ours. */
export const parseConsoleUsages: JsonParser = (piece, context) => {
  const { body, rejects, unknownFields } = readBody(consoleUsagesSchema, 'GetUsages', piece, context)
  if (body === null) return { rejects, unknownFields }
  const meters = (body.usages ?? []).flatMap((item) => {
    if (!item || (item.scope !== null && !isCoding(item.scope))) return []
    const weekly =
      item.detail && item.detail.enabled !== false ? [countMeter(WEEKLY, item.detail, context.at)] : []
    return [...weekly, ...limitMeters(item.limits, context.at)]
  })
  return { ...snapshotIn('GetUsages', { meters }, piece, context), rejects, unknownFields }
}
