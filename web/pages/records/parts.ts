/** The kinds of evidence that have a table of their own. */
export const PARTS = [
  'records',
  'snapshots',
  'errors',
  'calls',
  'costs',
  'devices',
  'rejects',
  'captures',
] as const
export type Part = (typeof PARTS)[number]
