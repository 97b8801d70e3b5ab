import { z } from '../../../shared/parse/zod.ts'
import { PROVISIONAL } from '../../../shared/evidence/provisional-account.ts'
import { instant, type Instant } from '../../../shared/time/instant.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'

/** A page that was loaded into a tab; a reload is another one. */
export interface LoadedPage {
  readonly tab: number
  readonly document: string
}

/** A loaded page, and the label under which it waits until it is known whose it is. */
interface OpenPage {
  readonly label: string
  readonly since: Instant
}

/**
 * The label of each loaded page (docs/decisions/0011). Every page has one of its own, since each may be of somebody else.
 * Lives in session storage: it outlasts the worker, and is gone with the browser.
 */
export interface SignIns {
  readonly of: (page: LoadedPage, now: Instant) => Promise<OpenPage>
  /** The page that was noted last in a tab; null for a tab that never showed the console. */
  readonly inTab: (tab: number) => Promise<OpenPage | null>
  /** The labels of all pages that may still be open. */
  readonly labels: () => Promise<ReadonlySet<string>>
}

const entry = z.object({ document: z.string(), label: z.string(), since: z.number().transform(instant) })
const entries: z.ZodType<Readonly<Record<string, z.infer<typeof entry>>>> = z.record(z.string(), entry)

export function signInsIn(area: StorageArea): SignIns {
  const kept = storedValue(area, 'signIns', entries, {})
  return {
    of: async ({ tab, document }, now) => {
      // tab numbers begin anew with every browser start: a random part keeps two pages apart
      const fresh = { document, label: `${PROVISIONAL}${crypto.randomUUID().slice(0, 13)}`, since: now }
      const after = await kept.change((known) =>
        known[tab]?.document === document ? known : { ...known, [tab]: fresh },
      )
      return after[tab] ?? fresh
    },
    inTab: async (tab) => (await kept.read())[tab] ?? null,
    labels: async () => new Set(Object.values(await kept.read()).map(({ label }) => label)),
  }
}
