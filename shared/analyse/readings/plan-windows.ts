import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import type { MeterIndex } from './meter-index.ts'
import type { Reading } from './readings.ts'

/** Sources that tell of every window that the plan has. */
const WHOLE: ReadonlySet<QuotaSnapshot['source']> = new Set(['usages', 'GetSubscriptionStats'])

/**
 * A reading that shows a plan without a weekly window: it tells of all windows, and these are 5 hours and a month. Null as
 * soon as any reading of the account tells of a week, which a plan may have had before or have got since.
 */
export function readingWithoutWeek(meters: MeterIndex): Reading | null {
  if (meters['7d'].length > 0) return null
  for (const { readings } of meters.month)
    for (const each of [readings[0], readings.at(-1)])
      if (each && tellsOfNoWeek(each.reading.snapshot)) return each.reading
  return null
}

const tellsOfNoWeek = ({ source, meters }: QuotaSnapshot): boolean =>
  WHOLE.has(source) &&
  meters.some(({ window }) => window === '5h') &&
  meters.every(({ window }) => window === '5h' || window === 'month')
