/**
 * What labels begin with under which a page's evidence waits until the page has said who is signed in
 * (docs/verdicts.md#accounts).
 */
export const PROVISIONAL = 'provisional-'

/** Whether an account is such a label: what it holds moves to the account once that is known. */
export const isProvisional = (account: string): boolean => account.startsWith(PROVISIONAL)
