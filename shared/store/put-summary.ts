import type { Evidence } from '../evidence/evidence.ts'
import { sameEvidence } from './same-evidence.ts'

/** The effect of a put, counted in items as readers see them. */
export interface PutCount {
  /** Not known before. */
  readonly added: number
  /** Known before, with something new: a field, a better time, one more place where it was seen. */
  readonly merged: number
  readonly unchanged: number
}

export type PutSummary = { readonly [Kind in keyof Evidence]: PutCount }

export const NOTHING_PUT: PutCount = { added: 0, merged: 0, unchanged: 0 }

/**
 * Counts what changed between two lists of all items that a put could have touched. `put` is how many items it brought.
 */
export function countPut<Item>(
  before: readonly Item[],
  after: readonly Item[],
  put: number,
  keyOf: (item: Item) => string,
): PutCount {
  const known = new Map(before.map((item) => [keyOf(item), item]))
  const changed = after.filter((item) => !sameEvidence(known.get(keyOf(item)), item)).length
  const added = Math.min(changed, Math.max(0, after.length - before.length))
  return { added, merged: changed - added, unchanged: Math.max(0, put - changed) }
}
