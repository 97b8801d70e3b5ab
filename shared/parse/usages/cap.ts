import type { Quantity } from '../leaf.ts'

/** A cap on requests in flight (10, 20, 30 seen; KIMI.md 1.C). Null where there is none that could be meant. */
export const readCap = (limit: Quantity | undefined): number | null =>
  limit?.value !== null && limit !== undefined && Number.isInteger(limit.value) && limit.value > 0
    ? limit.value
    : null
