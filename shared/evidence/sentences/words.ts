/** What may be named in a sentence by a word of ours, or of zod, instead of being quoted. */
export const WORDS = {
  absent: 'absent',
  list: 'a list',
  object: 'an object',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  objectType: 'object',
  arrayType: 'array',
  recordType: 'record',
  stringType: 'string',
  numberType: 'number',
  integerType: 'int',
  booleanType: 'boolean',
  nullType: 'null',
  undefinedType: 'undefined',
  root: 'the top',
  // classes of errors
  window5h: 'window_5h',
  window7d: 'window_7d',
  windowMonth: 'window_month',
  quotaUnnamed: 'quota_unnamed',
  concurrency: 'concurrency',
  rateOrConcurrency: 'rate_or_concurrency',
  overloaded: 'overloaded',
  balance: 'balance',
  clientNotAllowed: 'client_not_allowed',
  planAccess: 'plan_access',
  account: 'account',
  auth: 'auth',
  service: 'service',
  openPlatform: 'open_platform',
  other: 'other',
} as const

/** The placeholders in which such a word may stand. */
export const WORD_PLACES: ReadonlySet<string> = new Set([
  'found',
  'expected',
  'received',
  'place',
  'errorClass',
])
