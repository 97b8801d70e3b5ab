/**
 * The prefix of provisional labels, which hold a page's evidence until it is known who is signed in
 * (docs/verdicts.md#accounts).
 */
export const PROVISIONAL = 'provisional-'

/** Whether an account label is provisional: its evidence moves to the account once that is known. */
export const isProvisional = (account: string): boolean => account.startsWith(PROVISIONAL)
