import { z } from '../../../shared/parse/zod.ts'
import { isProvisional, PROVISIONAL } from '../../../shared/evidence/provisional-account.ts'
import { instant, type Instant } from '../../../shared/time/instant.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'

/** A page that was loaded into a tab; a reload is another one. */
export interface LoadedPage {
  readonly tab: number
  readonly document: string
}

/** Whose page it is, as far as is known. */
export interface SignIn {
  /** Where its captures go: the account, or a provisional label until the page has said who is signed in. */
  readonly account: string
  /** Who was signed in before in this tab: whom to show, and whose the page is if it never says. */
  readonly before: string | null
  readonly since: Instant
}

/**
 * Which account each page is signed in to (docs/verdicts.md#accounts). A page that was loaded anew may be of somebody
 * else, so what it shows waits under a provisional label of its own:
 *
 *     reload ──▶ rows (provisional) ──▶ GetCurrentUser ──▶ moved to the account
 *                                   └── a minute of silence ──▶ moved to who was signed in before
 *
 * A tab that never said who is signed in keeps one provisional label over all its pages (docs/decisions/0011). Lives in
 * session storage: it outlasts the worker, and is gone with the browser.
 */
export interface SignIns {
  readonly of: (page: LoadedPage, now: Instant) => Promise<SignIn>
  /** The page said who it is. */
  readonly note: (page: LoadedPage, account: string, now: Instant) => Promise<void>
  /** The tab's account as it was noted last; null for a tab that never showed the console. */
  readonly shown: (tab: number) => Promise<string | null>
  /** Pages that wait under a provisional label became pages of this account. */
  readonly moved: (from: string, to: string) => Promise<void>
}

const entry = z.object({
  document: z.string(),
  account: z.string(),
  before: z.string().nullable(),
  since: z.number().transform(instant),
})
type Entry = z.infer<typeof entry>
const entries: z.ZodType<Readonly<Record<string, Entry>>> = z.record(z.string(), entry)

export function signInsIn(area: StorageArea): SignIns {
  const kept = storedValue(area, 'signIns', entries, {})
  const of = async (page: LoadedPage, now: Instant) => {
    const after = await kept.change((known) => {
      const last = known[page.tab]
      return last?.document === page.document ? known : { ...known, [page.tab]: openPage(page, last, now) }
    })
    return after[page.tab] ?? openPage(page, undefined, now)
  }
  return {
    of,
    note: async (page, account, now) => {
      await kept.change((known) => ({
        ...known,
        [page.tab]: { document: page.document, account, before: account, since: now },
      }))
    },
    shown: async (tab) => {
      const known = (await kept.read())[tab]
      return known ? shownAccount(known) : null
    },
    moved: async (from, to) => {
      await kept.change((known) =>
        Object.fromEntries(
          Object.entries(known).map(([tab, each]) => [
            tab,
            each.account === from ? { ...each, account: to, before: to } : each,
          ]),
        ),
      )
    },
  }
}

function openPage({ document }: LoadedPage, last: Entry | undefined, now: Instant): Entry {
  const before = last ? (isProvisional(last.account) ? last.before : last.account) : null
  // tab numbers begin anew with every browser start: a random part keeps two sign-ins apart
  const fresh = `${PROVISIONAL}${crypto.randomUUID().slice(0, 8)}`
  return { document, account: before === null ? (last?.account ?? fresh) : fresh, before, since: now }
}

/** Whom a strip shows: who was signed in before, until the page says otherwise. */
export const shownAccount = ({ account, before }: Pick<SignIn, 'account' | 'before'>): string =>
  isProvisional(account) ? (before ?? account) : account
