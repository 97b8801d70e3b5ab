import type { ReadMethod } from './read-methods.ts'

/** The word with which the page hook hands its port over, once, before any script of the page runs. */
export const HELLO = 'quotascope:port'

/** Longer answers are not copied: a page of 100 rows is about 46 kB (KIMI.md 2.1). In characters. */
export const LONGEST_ANSWER = 2_000_000

/** One answer that the page received, as text. */
export interface Answer {
  readonly method: ReadMethod
  readonly ok: boolean
  /** HTTP status: a refused call tells the recorder to rest. */
  readonly status: number
  readonly text: string
}
