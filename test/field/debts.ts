/** Rows that are not read rightly yet, by kind and name. Only ever shorter: a row that has become right leaves it. */
export const DEBTS: readonly string[] = []
