import type { Day } from '../time/day.ts'

/**
 * What the labels of histories begin with that somebody shared redacted. Their ids were made for one export, so nobody can
 * tell which of their rows an account has already: they stand beside the accounts and are merged with none.
 */
const SHARED = 'shared-'

export const isSharedHistory = (account: string): boolean => account.startsWith(SHARED)

/** The day on which a shared history was written, as its label says it. */
export const writtenOn = (account: string): string => account.slice(SHARED.length, SHARED.length + 10)

/** The label of what a redacted bundle holds: the same for the same bundle, so that opening it twice gives one history. */
export const sharedHistory = (written: Day, digest: string): string =>
  `${SHARED}${written}-${digest.slice(0, 8)}`
