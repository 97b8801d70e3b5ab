import { z } from '../../shared/parse/zod.ts'
import { storedValue, type StorageArea } from './stored-value.ts'

const count: z.ZodType<number> = z.int().min(0)

/** How many things that pages handed us were refused (wrong port, shape, size or rate). */
export const refusedCount = (area: StorageArea) => storedValue(area, 'refused', count, 0)

/** Adds to that number. */
export const noteRefused = (area: StorageArea, more: number): Promise<number> =>
  refusedCount(area).change((known) => known + more)
