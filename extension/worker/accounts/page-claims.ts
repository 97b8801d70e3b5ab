import { z } from '../../../shared/parse/zod.ts'
import { instant, type Instant } from '../../../shared/time/instant.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'

/** What speaks for whose the pages under a label are. */
export interface PageClaim {
  readonly since: Instant
  /** The accounts that the page named. Two are enough to believe neither. */
  readonly said: readonly string[]
  /** The accounts that have a row which the page shows: a request id is given out once. */
  readonly shows: readonly string[]
  /** The one account whose quota grid the page's readings have; null for none, and for more than one. */
  readonly fits: string | null
  /** Whose it is, once that is known; another label where pages that say nothing were put together. */
  readonly of: string | null
  /** The user said that it is of no account, and a history of its own. */
  readonly apart: boolean
}

const claimSchema = z.object({
  since: z.number().transform(instant),
  said: z.array(z.string()),
  shows: z.array(z.string()),
  fits: z.string().nullable(),
  of: z.string().nullable(),
  apart: z.boolean(),
})
const claimsSchema: z.ZodType<Readonly<Record<string, PageClaim>>> = z.record(z.string(), claimSchema)
const accountsSchema: z.ZodType<readonly string[]> = z.array(z.string())

/** The claims of all labels. They outlast the browser: pages may wait for the user for long. */
export const claimsIn = (area: StorageArea) => storedValue(area, 'pageClaims', claimsSchema, {})

/** The accounts of which the user said that pages which name nobody and show rows of theirs are theirs. */
export const silentPagesOf = (area: StorageArea) => storedValue(area, 'silentPagesOf', accountsSchema, [])

export const newClaim = (since: Instant): PageClaim => ({
  since,
  said: [],
  shows: [],
  fits: null,
  of: null,
  apart: false,
})

/** Changes the claim of a label by a pure function, and gives it. */
export async function changeClaim(
  area: StorageArea,
  label: string,
  now: Instant,
  to: (known: PageClaim) => PageClaim,
): Promise<PageClaim> {
  const before = newClaim(now)
  const after = await claimsIn(area).change((known) => {
    const claim = known[label] ?? before
    const next = to(claim)
    return next === known[label] ? known : { ...known, [label]: next }
  })
  return after[label] ?? before
}

/** Both lists as one, without repeats; the first itself where nothing is new. */
export const withAll = (known: readonly string[], more: readonly string[]): readonly string[] =>
  more.every((each) => known.includes(each)) ? known : [...new Set([...known, ...more])]
