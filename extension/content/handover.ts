import type { ReadMethod } from './read-methods.ts'

/** The word with which the page hook hands its port over, once, before any script of the page runs. */
export const HELLO = 'quotascope:port'

/** Longer answers are not copied: a page of 100 rows is about 46 kB (docs/kimi.md#history). In characters. */
export const LONGEST_ANSWER = 2_000_000

/** One answer that the page received. */
export interface Answer {
  readonly method: ReadMethod
  /** The HTTP status. Failures are handed over too: whoever records has to know that the console refuses. */
  readonly status: number
  /** Null: there was an answer, but none that could be copied (too long, too slow, or no text at all). */
  readonly text: string | null
}
