/** Rows that are not read rightly yet, by kind and name. Only ever shorter: a row that has become right leaves it. */
export const DEBTS: readonly string[] = [
  'what single calls cost: the body behind the membership page',
  'a message of which a part is left: half of it, quoted in a sentence',
  'a log that carries an error in its own way: opencode',
  'a refusal that is of the account or of the platform: membership, with a reason phrase',
  'a text of the open platform, which is another product: suspended for its balance',
  'a status that stands elsewhere in the record: before the type',
  'a status that stands elsewhere in the record: with its reason phrase',
  'a time that stands elsewhere in the record: before it, with an offset',
  'a time that stands elsewhere in the record: before it, with an offset, and no full stop',
  'a time that stands elsewhere in the record: in the sentence before',
  'a time that stands elsewhere in the record: a span of times, below it',
  'a time that stands elsewhere in the record: the date header',
  'one refusal that is told more than once: quoted above, and in the log',
  'one refusal that is told more than once: as it came, and escaped in the result',
]
