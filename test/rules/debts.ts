import { expect } from 'vitest'

/**
 * A rule holds when its violations are exactly the debts listed beside it. A new violation fails, and so does a debt
 * that has been paid and is still listed: the list can only shrink.
 */
export function expectOnlyDebts(violations: readonly string[], debts: readonly string[]): void {
  const found = new Set(violations)
  expect({
    broken: [...found].filter((violation) => !debts.includes(violation)),
    paidButStillListed: debts.filter((debt) => !found.has(debt)),
  }).toEqual({ broken: [], paidButStillListed: [] })
}
