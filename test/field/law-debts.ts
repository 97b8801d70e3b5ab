/** Rows for which a law (laws.test.ts) does not hold yet, by its name. Only ever shorter. */
export const LAW_DEBTS: Readonly<Record<string, readonly string[]>> = {}
