import type { WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import { describe, quantity, quote, type Quantity } from '../json/leaf.ts'
import { z } from '../zod.ts'

/** Which window a meter is about, as far as the body says. */
export interface WindowReading {
  readonly window: WindowKind
  readonly pool: 'code' | 'total' | null
  /** Length in minutes where the body states it. */
  readonly minutes: number | null
  readonly missing: readonly string[]
}

export const FIVE_HOURS = 5 * 60
export const WEEK = 7 * 24 * 60
/** Longer than this no window of a subscription can be: `MAX` values stand for "none" (docs/kimi.md#odd-values). */
const LONGEST = 366 * 24 * 60

const MINUTES: ReadonlyMap<string, number> = new Map([
  ['SECOND', 1 / 60],
  ['MINUTE', 1],
  ['HOUR', 60],
  ['DAY', 24 * 60],
  ['WEEK', WEEK],
])

const windowSchema = z.looseObject({ duration: quantity, timeUnit: z.unknown().optional() })

/**
 * Reads `{duration, timeUnit}` from the first of the places where it may stand (window, item, detail;
 * docs/kimi.md#official-parsers). A unit that we do not know gives no length: the window is `other` and the reason is
 * in `missing`.
 */
export function readWindow(places: readonly unknown[], label: string | null): WindowReading {
  for (const place of places) {
    const read = windowSchema.safeParse(place)
    if (!read.success) continue
    const { duration, timeUnit } = read.data
    if (duration.problem === 'absent' && (timeUnit === undefined || timeUnit === null)) continue
    return windowOf(duration, timeUnit)
  }
  return otherWindow(label === null ? 'window: absent' : `window: absent, only named ${quote(label)}`)
}

function windowOf(duration: Quantity, timeUnit: unknown): WindowReading {
  if (duration.value === null) return otherWindow(`duration: ${duration.problem}`)
  if (duration.value <= 0) return otherWindow(`duration: ${duration.value} is no length`)
  const unit = readUnit(timeUnit)
  if (unit === 'MONTH' && duration.value === 1)
    return { window: 'month', pool: null, minutes: null, missing: [] }
  const each = unit === null ? undefined : MINUTES.get(unit)
  if (each === undefined) return otherWindow(`timeUnit: ${describeUnit(timeUnit)}`)
  const minutes = duration.value * each
  if (minutes > LONGEST) return otherWindow(`duration: ${duration.value} ${unit} is longer than a year`)
  return { window: kindOfLength(minutes), pool: null, minutes, missing: [] }
}

const kindOfLength = (minutes: number): WindowKind =>
  minutes === FIVE_HOURS ? '5h' : minutes === WEEK ? '7d' : 'other'

/** `TIME_UNIT_MINUTE`, `minute`, `Minutes` → `MINUTE`. */
function readUnit(value: unknown): string | null {
  if (typeof value !== 'string') return null
  return value
    .trim()
    .toUpperCase()
    .replace(/^TIME_UNIT_/, '')
    .replace(/S$/, '')
}

const describeUnit = (value: unknown) =>
  value === undefined || value === null ? 'absent' : `${describe(value)} is no unit of time that we know`

const otherWindow = (reason: string): WindowReading => ({
  window: 'other',
  pool: null,
  minutes: null,
  missing: [reason],
})
