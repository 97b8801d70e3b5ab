import { SECOND } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'

/** So often a text is read on which the worker died each time. */
export const MAX_TRIES = 2
/** The browser ends a worker that hangs after five minutes. What ended one this soon was something else: an update, the user, a crash. */
const SUDDEN = 30 * SECOND
/** Unless it is always the same text: one that takes up all memory ends a worker within seconds, too. */
const MAX_SUDDEN = 10

/** Reading of a text as it was noted before it began. */
interface Tried {
  /** How often it was begun and came to no end. */
  readonly tries: number
  /** When it was begun last; absent where an earlier version noted it. */
  readonly begun?: Instant | undefined
}

/** Whether a text is read once more, on which the worker died so often: more often where it was ended too soon for a hang. */
export function mayTryAgain({ tries, begun }: Tried, now: Instant): boolean {
  const sudden = begun !== undefined && now - begun < SUDDEN
  return tries < (sudden ? MAX_SUDDEN : MAX_TRIES)
}
