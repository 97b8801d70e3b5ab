import type { Filled } from './filled.ts'

/** How the numbers of one reading disagree, see REASONS; kept in the reading. `meter`, `one` and `other` are of WORDS. */
export const CONFLICTS = {
  conflictSum: '{{meter}}: used {{used}} and remaining {{remaining}} do not make the limit {{limit}}',
  conflictShare: '{{meter}}: {{a}} % by {{one}}, but {{b}} % by {{other}}',
  conflictReset: '{{meter}}: resets at {{a}} by {{one}}, but at {{b}} by {{other}}',
} as const

export type Conflict = Filled<(typeof CONFLICTS)[keyof typeof CONFLICTS]>
