import { z } from '../../../shared/parse/zod.ts'
import type { KeepTrouble } from '../../../shared/recorder/status.ts'
import { StoreError } from '../../../shared/store/database/store-error.ts'
import { instant } from '../../../shared/time/instant.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'
import type { Worker } from '../worker.ts'

const schema: z.ZodType<KeepTrouble | null> = z
  .object({
    kind: z.enum(['full', 'blocked', 'newer', 'closed', 'damaged', 'failed']),
    at: z.number().transform(instant),
  })
  .nullable()

/** Why evidence cannot be kept at present; null while all is well. */
export const keepTrouble = (area: StorageArea) => storedValue(area, 'keepTrouble', schema, null)

/** Runs an operation on the database and records whether it failed: screens show the failure until one succeeds. */
export async function recordingTrouble<Result>(
  { local, clock }: Worker,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    const result = await work()
    await keepTrouble(local).change(() => null)
    return result
  } catch (error) {
    const kind = error instanceof StoreError ? error.kind : 'failed'
    await keepTrouble(local)
      .change((known) => (known?.kind === kind ? known : { kind, at: clock.now() }))
      .catch(() => undefined) // storage may be full as well: then only the page's script knows
    throw error
  }
}
