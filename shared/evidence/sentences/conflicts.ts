import type { Filled } from './filled.ts'

/** How the numbers of one reading disagree, see REASONS; kept in the reading. `meter`, `one` and `other` are of WORDS. */
export const CONFLICTS = {
  conflictSum: '{{meter}}: used {{used}} and remaining {{remaining}} do not make the limit {{limit}}',
  conflictShare: '{{meter}}: {{a}} % by {{one}}, but {{b}} % by {{other}}',
  conflictPlaceholder:
    '{{meter}}: the ratio of 0 may only hold the place of a number: it resets with the count, cut to the second',
  conflictPlaceholderBeside:
    '{{meter}}: the ratio of 0 may only hold the place of a number, as another of this reading does',
  conflictReset: '{{meter}}: resets at {{a}} by {{one}}, but at {{b}} by {{other}}',
} as const

export type Conflict = Filled<(typeof CONFLICTS)[keyof typeof CONFLICTS]>
