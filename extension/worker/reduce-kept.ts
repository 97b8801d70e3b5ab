import { scrubOrDescribe } from '../../shared/parse/scrub/scrub.ts'
import { z } from '../../shared/parse/zod.ts'
import type { Reduction } from '../../shared/recorder/status.ts'
import { mayTryAgain } from '../../shared/store/raw/may-try-again.ts'
import { rawSizeOf } from '../../shared/store/raw/raw-size.ts'
import { rawAfter, reduceRaw } from '../../shared/store/raw/reduce-raw.ts'
import { DAY_OF_HOURS } from '../../shared/time/duration.ts'
import { instant, later } from '../../shared/time/instant.ts'
import { readAgain } from './keep-capture.ts'
import { storedValue, type StorageArea } from './stored-value.ts'
import type { Worker } from './worker.ts'

/** Goes up when less is kept of a captured text than before. */
const RULES = 2
/** So long a backup is offered before texts are reduced by themselves: half of what they are kept for as it begins. */
const OFFERED = 3 * DAY_OF_HOURS

/** How far the texts have been reduced to what these rules keep; `after` is the id of the last one, null for all or none. */
const reducedSchema = z.object({
  rules: z.number(),
  after: z.string().nullable(),
  /** Since when a backup is offered; null: it is not needed, or was not yet. */
  offered: z.number().nullable().catch(null),
  /** The text that is being read again, how often that was begun, and when last: one on which the worker dies is read no more often than a new one. */
  reading: z
    .object({ id: z.string(), tries: z.number(), begun: z.number().transform(instant).optional() })
    .nullable()
    .catch(null),
  /** How many texts have been looked at. */
  done: z.number().catch(0),
  /** The user said that it may begin. */
  allowed: z.boolean().catch(false),
})

type Reduced = z.infer<typeof reducedSchema>

const reducedIn = (area: StorageArea) =>
  storedValue<Reduced>(area, 'reduced', reducedSchema, {
    rules: 0,
    after: null,
    offered: null,
    reading: null,
    done: 0,
    allowed: false,
  })

type Needed = Pick<Worker, 'store' | 'local' | 'clock'>

const ALL_DONE: Reduced = { rules: RULES, after: null, offered: null, reading: null, done: 0, allowed: false }

const isDone = ({ rules, offered }: Reduced): boolean => rules === RULES && offered === null

/** Notes, when the worker begins, whether there is anything that an earlier version kept: from then on a backup is offered. */
export async function offerBackup({ store, local, clock }: Needed): Promise<void> {
  const known = await reducedIn(local).read()
  if (known.rules === RULES) return
  const { count } = await rawSizeOf(store)
  await reducedIn(local).change(() => (count === 0 ? ALL_DONE : { ...ALL_DONE, offered: clock.now() }))
}

/** The user has saved a backup, or wants none. */
export const allowReduction = ({ local }: Needed): Promise<unknown> =>
  reducedIn(local).change((known) => (isDone(known) ? known : { ...known, allowed: true }))

/**
 * Reads what earlier versions kept of captured texts once more, with what reads today, and then reduces it to what is kept
 * today; once a backup was offered for long enough, or the user said so. Goes on where an earlier life of the worker ended,
 * and does nothing once all are done.
 */
export async function reduceKept(worker: Needed): Promise<void> {
  await offerBackup(worker)
  const { store, local, clock } = worker
  const state = reducedIn(local)
  const known = await state.read()
  if (known.offered === null || !(known.allowed || clock.now() >= known.offered + OFFERED)) return
  let { after, done } = known
  for (let kept = await rawAfter(store, after); kept !== null; kept = await rawAfter(store, after)) {
    const { id, wasRead } = kept
    const tried = known.reading?.id === id ? known.reading : { tries: 0 }
    const now = clock.now()
    const next = { after, done, reading: { id, tries: tried.tries + 1, begun: now } }
    await state.change((before) => ({ ...before, ...next }))
    if (wasRead && mayTryAgain(tried, now)) await readAgain(store, kept)
    await reduceRaw(store, id, ({ body, source }) => scrubOrDescribe(body, source ?? 'unrecognised'))
    after = id
    done += 1
  }
  await state.change(() => ALL_DONE)
}

/** How the reduction goes; null where there is none to do. */
export async function reductionOf({ store, local }: Needed): Promise<Reduction | null> {
  const { offered, done, allowed, after, rules } = await reducedIn(local).read()
  if (rules !== RULES || offered === null) return null
  const by = later(instant(offered), OFFERED)
  return { by, running: allowed || after !== null, done, total: (await rawSizeOf(store)).count }
}
