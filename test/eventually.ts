import { vi } from 'vitest'

/**
 * Waits until the check holds, and gives what it gives. How long that takes is no matter of a test: the limit is for what
 * never comes, and holds on a machine that is busy with something else, where the second that vitest waits does not.
 */
export const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 60_000 })
