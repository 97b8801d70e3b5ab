import { sameEvidence } from '../same-evidence.ts'

/** What some say of an item. Its origins are kept with the item itself. */
export interface Saying<Item> {
  /** Ids of imports, and `HERE`. */
  readonly by: readonly string[]
  readonly item: Item
}

type Join<Item> = (known: Item, next: Item) => Item

/** An item without its origins: what was said of it. */
export const bare = <Item>(item: Item): Item =>
  typeof item === 'object' && item !== null && 'origins' in item ? { ...item, origins: [] } : item

/** The sayings with one more: what each of its speakers said before is joined with it. */
export function addSaying<Item>(
  said: readonly Saying<Item>[],
  { by, item }: Saying<Item>,
  join: Join<Item>,
): readonly Saying<Item>[] {
  return by.reduce<readonly Saying<Item>[]>((before, speaker) => {
    const own = before.find((saying) => saying.by.includes(speaker))
    return withSpeaker(withoutSpeaker(before, speaker), speaker, own ? join(own.item, item) : item)
  }, said)
}

/** The sayings without what one says. */
export const withoutSpeaker = <Item>(
  said: readonly Saying<Item>[],
  speaker: string,
): readonly Saying<Item>[] =>
  said
    .map(({ by, item }) => ({ by: by.filter((each) => each !== speaker), item }))
    .filter(({ by }) => by.length > 0)

function withSpeaker<Item>(
  said: readonly Saying<Item>[],
  speaker: string,
  item: Item,
): readonly Saying<Item>[] {
  const same = said.find((saying) => sameEvidence(saying.item, item))
  if (!same) return [...said, { by: [speaker], item }]
  return said.map((saying) => (saying === same ? { by: [...saying.by, speaker], item } : saying))
}

/** What all of them say together; null where nobody says anything. */
export const joinSayings = <Item>(said: readonly Saying<Item>[], join: Join<Item>): Item | null => {
  const [first, ...others] = said.map(({ item }) => item)
  return first === undefined ? null : others.reduce(join, first)
}
