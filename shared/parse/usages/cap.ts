import type { Quantity } from '../json/leaf.ts'

/** A cap on requests in flight (10, 20, 30 seen; docs/kimi.md#usages). Null where there is none that could be meant. */
export const readCap = (limit: Quantity | undefined): number | null =>
  limit?.value !== null && limit !== undefined && Number.isInteger(limit.value) && limit.value > 0
    ? limit.value
    : null
