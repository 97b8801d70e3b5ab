import type { DisputedKind } from '../database/schema.ts'
import type { Store } from '../database/store.ts'
import type { SegmentHome } from '../segments/segment-home.ts'
import { Disputes } from './disputes.ts'
import { joinSayings, withoutSpeaker, type Saying } from './sayings.ts'

/** What others say of the items of one kind of which an import says something else: they are that, once it is undone. */
export class WhatIsLeft<Item> {
  /** Those that are still there without it. */
  private readonly staying = new Set<string>()

  private constructor(
    private readonly disputes: Disputes<Item>,
    private readonly said: ReadonlyMap<string, readonly Saying<Item>[]>,
    private readonly join: (known: Item, next: Item) => Item,
  ) {}

  static async of<Item>(
    store: Store,
    account: string,
    { kind, join }: { readonly kind: DisputedKind; readonly join: (known: Item, next: Item) => Item },
    id: string,
  ): Promise<WhatIsLeft<Item>> {
    const disputes = await Disputes.all<Item>(store, account, kind)
    const said = disputes
      .entries()
      .filter((dispute) => dispute.said.some(({ by }) => by.includes(id)))
      .map((dispute) => [dispute.name, withoutSpeaker(dispute.said, id)] as const)
    return new WhatIsLeft(disputes, new Map(said), join)
  }

  get isAny(): boolean {
    return this.said.size > 0
  }

  /** An item with the origins that it has elsewhere, as others tell of it; the same object where there is no dispute. */
  of(name: string, item: Item & { readonly origins: readonly unknown[] }): Item {
    const said = this.said.get(name)
    const joined = said && joinSayings(said, this.join)
    if (!joined) return item
    this.staying.add(name)
    return { ...joined, origins: item.origins }
  }

  /** All of them, of a kind that has no origins. */
  all(): readonly Item[] {
    return [...this.said].flatMap(([name, said]) => {
      const joined = joinSayings(said, this.join)
      if (joined === null) return []
      this.staying.add(name)
      return [joined]
    })
  }

  /** Keeps the disputes that others have among each other. */
  async write(homeOf: (item: Item) => SegmentHome): Promise<void> {
    for (const [name, said] of this.said) {
      const joined = joinSayings(said, this.join)
      if (joined) this.disputes.set(name, homeOf(joined), this.staying.has(name) ? said : [])
    }
    await this.disputes.write()
  }
}
