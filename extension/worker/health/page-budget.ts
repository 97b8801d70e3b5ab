import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { z } from '../../../shared/parse/zod.ts'
import { PAGE_LIMITS, type PageLimit } from '../../../shared/recorder/page-limits.ts'
import type { ReachedLimit } from '../../../shared/recorder/status.ts'
import { dayOf } from '../../../shared/time/day.ts'
import { instant, type Instant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'
import type { Worker } from '../worker.ts'

/** What was taken from a tab on a day, and when each limit was reached. */
const spentSchema = z.object({
  day: z.string(),
  characters: z.number(),
  rows: z.number(),
  rejects: z.number(),
  reached: z.partialRecord(z.enum(['characters', 'rows', 'rejects']), z.number()),
})
type Spent = z.infer<typeof spentSchema>
const schema: z.ZodType<Readonly<Record<string, Spent>>> = z.record(z.string(), spentSchema)

const NOTHING: Omit<Spent, 'day'> = { characters: 0, rows: 0, rejects: 0, reached: {} }

/** Each tab has its own: what one of them does, takes nothing from another. Gone with the browser, as tabs are. */
const spentIn = (area: StorageArea) => storedValue(area, 'pageBudgets', schema, {})

const today = ({ clock }: Worker) => dayOf(clock.now(), UTC)

/** What was taken from a tab today. */
async function spentBy(worker: Worker, tab: number): Promise<Spent> {
  const day = today(worker)
  const known = (await spentIn(worker.session).read())[tab]
  return known?.day === day ? known : { ...NOTHING, day }
}

/** Whether nothing more is taken from a tab today. */
export async function isSpent(worker: Worker, tab: number): Promise<boolean> {
  const { reached } = await spentBy(worker, tab)
  return reached.characters !== undefined || reached.rows !== undefined
}

/** What is taken of what a tab gives: all, but for rejects over their limit. */
export async function withinBudget(worker: Worker, tab: number, evidence: Evidence): Promise<Evidence> {
  const room = Math.max(0, PAGE_LIMITS.rejects - (await spentBy(worker, tab)).rejects)
  return evidence.rejects.length <= room
    ? evidence
    : { ...evidence, rejects: evidence.rejects.slice(0, room) }
}

/** Counts what a tab gave. */
export async function spend(
  worker: Worker,
  tab: number,
  { characters, evidence }: { readonly characters: number; readonly evidence: Evidence },
): Promise<void> {
  const [day, now] = [today(worker), worker.clock.now()]
  await spentIn(worker.session).change((all) => {
    const known = all[tab]?.day === day ? all[tab] : { ...NOTHING, day }
    const next = {
      characters: known.characters + characters,
      rows: known.rows + evidence.captures.reduce((sum, { rows }) => sum + rows, 0),
      rejects: known.rejects + evidence.rejects.length,
    }
    const ofToday = Object.entries(all).filter(([, each]) => each.day === day)
    return { ...Object.fromEntries(ofToday), [tab]: { ...next, day, reached: reachedBy(next, known, now) } }
  })
}

const LIMITS = ['characters', 'rows', 'rejects'] as const satisfies readonly PageLimit[]

function reachedBy(next: Omit<Spent, 'day' | 'reached'>, { reached }: Spent, now: Instant): Spent['reached'] {
  const fresh = LIMITS.filter((limit) => next[limit] >= PAGE_LIMITS[limit] && reached[limit] === undefined)
  return { ...reached, ...Object.fromEntries(fresh.map((limit) => [limit, now])) }
}

/** The limits that tabs have reached today, oldest first. */
export async function reachedLimits(worker: Worker): Promise<readonly ReachedLimit[]> {
  const day = today(worker)
  const spent = Object.values(await spentIn(worker.session).read()).filter((each) => each.day === day)
  return spent
    .flatMap(({ reached }) =>
      LIMITS.flatMap((limit) => {
        const at = reached[limit]
        return at === undefined ? [] : [{ limit, at: instant(at) }]
      }),
    )
    .toSorted((a, b) => a.at - b.at)
}
