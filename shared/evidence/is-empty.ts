import type { Evidence } from './evidence.ts'

/** Rejects say that there was something, not that it was read; an example is no evidence either. */
export const isEmpty = ({ records, snapshots, errors, calls, costs, devices, marks }: Evidence): boolean =>
  [records, snapshots, errors, calls, costs, devices, marks].every((items) => items.length === 0)
