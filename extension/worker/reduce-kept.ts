import { scrubOrDescribe } from '../../shared/parse/scrub.ts'
import { z } from '../../shared/parse/zod.ts'
import { reduceRaw } from '../../shared/store/reduce-raw.ts'
import { storedValue } from './stored-value.ts'
import type { Worker } from './worker.ts'

/** Goes up when less is kept of a captured text than before. */
const RULES = 2

/** How far the texts have been reduced to what these rules keep; `after` is the id of the last one, null for all. */
const reducedSchema = z.object({ rules: z.number(), after: z.string().nullable() })

/**
 * Reduces what earlier versions kept of captured texts to what is kept today; what they say has been read by then. Goes on
 * where an earlier life of the worker ended, and does nothing once all are done.
 */
export async function reduceKept({ store, local }: Pick<Worker, 'store' | 'local'>): Promise<void> {
  const done = storedValue(local, 'reduced', reducedSchema, { rules: 0, after: null })
  const known = await done.read()
  if (known.rules === RULES && known.after === null) return
  let after = known.rules === RULES ? known.after : null
  do {
    after = await reduceRaw(store, after, ({ body, source }) =>
      scrubOrDescribe(body, source ?? 'unrecognised'),
    )
    await done.change(() => ({ rules: RULES, after }))
  } while (after !== null)
}
