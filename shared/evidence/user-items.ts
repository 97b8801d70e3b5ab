import type { Annotation } from './kinds/annotation.ts'
import type { Mark } from './kinds/mark.ts'

/** What the user put there: marks, which are evidence, and annotations, which are not. */
export interface UserItems {
  readonly marks: readonly Mark[]
  readonly annotations: readonly Annotation[]
}

const NO_USER_ITEMS: UserItems = { marks: [], annotations: [] }

/** A change that the user makes; undone by its inverse. */
export interface UserChange {
  readonly add: UserItems
  readonly drop: UserItems
}

export const adding = (items: Partial<UserItems>): UserChange => ({
  add: { ...NO_USER_ITEMS, ...items },
  drop: NO_USER_ITEMS,
})

export const inverseOf = ({ add, drop }: UserChange): UserChange => ({ add: drop, drop: add })

export const isNoChange = ({ add, drop }: UserChange): boolean =>
  [add, drop].every(({ marks, annotations }) => marks.length === 0 && annotations.length === 0)
