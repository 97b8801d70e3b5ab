import type { Evidence } from './evidence.ts'
import { READ_KINDS } from './kinds/kinds.ts'

/** Rejects say that there was something, not that it was read; an example is no evidence either. */
export const isEmpty = (evidence: Evidence): boolean =>
  READ_KINDS.every((kind) => evidence[kind].length === 0)
