import type { DisputedKind } from '../database/schema.ts'
import type { Store } from '../database/store.ts'
import { sameEvidence } from '../same-evidence.ts'
import { rowsUnder } from '../segments/key-range.ts'
import type { SegmentHome } from '../segments/segment-home.ts'
import { Disputes } from './disputes.ts'
import { nameOf, type ItemName } from './imported-items.ts'
import { HERE, Owners } from './owners.ts'
import { addSaying, bare, type Saying } from './sayings.ts'

/** One item that was put: what was known of it, and what is said of it now. */
export interface Put<Item> {
  readonly name: string
  readonly known: Item | undefined
  readonly next: Item
  /** The day of both, joined. */
  readonly home: SegmentHome
}

interface KindOfItem<Item> {
  readonly kind: DisputedKind
  readonly join: (known: Item, next: Item) => Item
  /** The key of what has no origins. */
  readonly keyOf?: (item: Item) => readonly string[]
}

/** The names by which it is told who brought an item: the captures that it was read in, or its key. */
function namesOf<Item>(account: string, item: Item, keyOf: KindOfItem<Item>['keyOf']): readonly ItemName[] {
  if (keyOf) return [nameOf([account, ...keyOf(item)])]
  if (typeof item !== 'object' || item === null || !('origins' in item) || !Array.isArray(item.origins))
    return []
  const origins: readonly { readonly capture: string }[] = item.origins
  return origins.map(({ capture }) => capture)
}

const NOBODY = new Owners([])

type Says = <Item>(kind: KindOfItem<Item>, item: Item, name: string) => readonly Saying<Item>[]

/** Who puts evidence into an account: an import, this installation (`HERE`), or an account that is moved into it. */
export class Speaker {
  private known: Promise<Owners> | null = null

  private constructor(
    private readonly store: Store,
    private readonly account: string,
    private readonly says: Says,
  ) {}

  /** Null where it does not matter who says what, since there is nothing that could be undone. */
  static async of(store: Store, account: string, by: string): Promise<Speaker | null> {
    if (by === HERE && (await rowsUnder(store.imports, account).count()) === 0) return null
    return new Speaker(store, account, (_, item) => [{ by: [by], item: bare(item) }])
  }

  /** Everybody who says something in the account that is moved. */
  static async ofAccount(store: Store, from: string, to: string): Promise<Speaker | null> {
    const notes = await rowsUnder(store.imports, from).toArray()
    if (notes.length === 0) return Speaker.of(store, to, HERE)
    const owners = new Owners(notes)
    const days = await rowsUnder(store.disputes, from).toArray()
    const disputed = new Map(
      days.flatMap(({ kind, disputes }) =>
        disputes.map(({ name, said }) => [`${kind} ${name}`, said] as const),
      ),
    )
    const says: Says = <Item>({ kind, keyOf }: KindOfItem<Item>, item: Item, name: string) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kept under its kind, by `note`
      (disputed.get(`${kind} ${name}`) as readonly Saying<Item>[] | undefined) ?? [
        { by: owners.of(namesOf(from, item, keyOf)), item: bare(item) },
      ]
    return new Speaker(store, to, says)
  }

  /** Keeps apart what is said of items of which others say something else. */
  async note<Item>(
    kind: KindOfItem<Item>,
    homes: readonly SegmentHome[],
    puts: readonly Put<Item>[],
  ): Promise<void> {
    const disputes = await Disputes.near<Item>(this.store, this.account, kind.kind, homes)
    const disputed = puts
      .map((put) => ({ ...put, news: this.says(kind, put.next, put.name) }))
      .filter((put) => disputes.get(put.name) !== null || differs(put))
    if (disputed.length === 0) return
    // awaited once: a transaction ends when too much is awaited that is none of its own requests
    const isNew = disputed.some(({ name }) => disputes.get(name) === null)
    const owners = isNew ? await this.owners() : NOBODY
    for (const { name, known, home, news } of disputed) {
      const before = disputes.get(name) ?? this.saidBefore(kind, known, owners)
      disputes.set(
        name,
        home,
        news.reduce((said, saying) => addSaying(said, saying, kind.join), before),
      )
    }
    await disputes.write()
  }

  private owners(): Promise<Owners> {
    this.known ??= rowsUnder(this.store.imports, this.account)
      .toArray()
      .then((notes) => new Owners(notes))
    return this.known
  }

  /** Where all said the same. */
  private saidBefore<Item>(
    { keyOf }: KindOfItem<Item>,
    known: Item | undefined,
    owners: Owners,
  ): readonly Saying<Item>[] {
    return known === undefined
      ? []
      : [{ by: owners.of(namesOf(this.account, known, keyOf)), item: bare(known) }]
  }
}

/** Whether not all say the same, where they did before. */
const differs = <Item>({
  known,
  news,
}: Pick<Put<Item>, 'known'> & { readonly news: readonly Saying<Item>[] }) =>
  news.length > 1 || (known !== undefined && !sameEvidence(bare(known), news[0]?.item))
