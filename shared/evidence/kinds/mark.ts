import { betterWhen } from '../better-when.ts'
import { evidenceId } from '../id.ts'
import type { When } from '../when.ts'

export const MARK_KINDS = ['blocked', 'subagents', 'note'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** What the user said about a time. It is evidence: a stretch marked as blocked is judged like any other block. */
export interface Mark {
  readonly id: string
  readonly when: When
  readonly kind: MarkKind
  readonly text: string
}

/** A mark with its id: the same said twice is one mark. */
export const markOf = (parts: Omit<Mark, 'id'>): Mark => ({
  ...parts,
  id: evidenceId('mark', parts.kind, parts.text, JSON.stringify(parts.when)),
})

/** Two copies of what the user wrote, of which one may have learned its zone since: that one is kept whole. */
export const joinUserItems = <Item extends { readonly when: When }>(a: Item, b: Item): Item => {
  if (JSON.stringify(a.when) !== JSON.stringify(b.when)) return betterWhen(a.when, b.when) === a.when ? a : b
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b
}
