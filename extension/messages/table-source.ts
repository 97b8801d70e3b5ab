/** What the page's reader hands over, by the names that `shared/parse` knows. */
export const TABLE_SOURCES = [
  'history_text',
  'quota_cards',
  'membership_text',
  'device_text',
  'key_text',
] as const

export type TableSource = (typeof TABLE_SOURCES)[number]
