import { SIGHTED_KINDS } from '../../../shared/evidence/kinds/kinds.ts'

/** The kinds of evidence that have a table of their own. */
export const PARTS = [...SIGHTED_KINDS, 'rejects', 'captures'] as const
export type Part = (typeof PARTS)[number]
