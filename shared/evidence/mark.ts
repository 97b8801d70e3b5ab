import type { When } from './when.ts'

/** What the user said about a time. */
export interface Mark {
  readonly id: string
  readonly when: When
  readonly kind: 'blocked' | 'subagents' | 'note'
  readonly text: string
}
