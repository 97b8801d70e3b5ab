import { z } from '../parse/zod.ts'
import { instant, type Instant } from '../time/instant.ts'
import type { WindowKind } from '../evidence/kinds/quota-snapshot.ts'

/** A reset that the user wants to be told of. */
export interface AwaitedReset {
  readonly at: Instant
  readonly window: WindowKind
}

export const awaitedResetSchema = z.strictObject({
  at: z.int().min(0).max(8.64e15).transform(instant),
  window: z.enum(['5h', '7d', 'month', 'other']),
}) satisfies z.ZodType<AwaitedReset>
