import type { Meter } from '../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../time/instant.ts'
import { countMeter } from './count-meter.ts'
import type { LimitBody } from './meter.schema.ts'
import { readWindow } from './window.ts'

/** The meters of `limits`. The numbers stand in `detail`, else in the item; a switched-off item does not apply. */
export function limitMeters(
  limits: readonly (LimitBody | null | undefined)[] | null | undefined,
  at: Instant | null,
): Meter[] {
  return (limits ?? []).flatMap((item) => {
    if (!item || item.enabled === false || item.detail?.enabled === false) return []
    const label = item.name ?? item.title ?? item.detail?.name ?? item.detail?.title ?? null
    const window = readWindow([item.window, item, item.detail], label)
    return [countMeter(window, item.detail ?? item, at)]
  })
}
