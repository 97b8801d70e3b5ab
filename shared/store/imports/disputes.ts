import type { Dispute, DisputeDay, DisputedKind } from '../database/schema.ts'
import type { Store } from '../database/store.ts'
import { rowsUnder } from '../segments/key-range.ts'
import { homeName, type SegmentHome } from '../segments/segment-home.ts'
import type { Saying } from './sayings.ts'

interface Placed<Item> extends Dispute<Item> {
  readonly home: SegmentHome
}

/**
 * The items of one kind of which an import says something else than others do, with who says what: joined into one item, it
 * could not be told any more what an undone import leaves. Written back by `write`. For use within one transaction.
 */
export class Disputes<Item> {
  private readonly all = new Map<string, Placed<Item>>()
  private readonly touched = new Map<string, SegmentHome>()

  private constructor(
    private readonly store: Store,
    private readonly account: string,
    private readonly kind: DisputedKind,
    days: readonly DisputeDay<Item>[],
  ) {
    for (const { basis, day, disputes } of days)
      for (const dispute of disputes) this.all.set(dispute.name, { ...dispute, home: { basis, day } })
  }

  /** Those of these days. */
  static async near<Item>(
    store: Store,
    account: string,
    kind: DisputedKind,
    homes: readonly SegmentHome[],
  ): Promise<Disputes<Item>> {
    const keys = homes.map(({ basis, day }) => [account, kind, basis, day])
    const found: (DisputeDay<Item> | undefined)[] = await store.table('disputes').bulkGet(keys)
    return new Disputes(
      store,
      account,
      kind,
      found.filter((day) => day !== undefined),
    )
  }

  static async all<Item>(store: Store, account: string, kind: DisputedKind): Promise<Disputes<Item>> {
    const days: DisputeDay<Item>[] = await rowsUnder(store.table('disputes'), account, kind).toArray()
    return new Disputes(store, account, kind, days)
  }

  get(name: string): readonly Saying<Item>[] | null {
    return this.all.get(name)?.said ?? null
  }

  entries(): readonly Dispute<Item>[] {
    return [...this.all.values()].map(({ name, said }) => ({ name, said }))
  }

  /** Notes who says what of an item of that day. Where all say the same there is no dispute. */
  set(name: string, home: SegmentHome, said: readonly Saying<Item>[]): void {
    const before = this.all.get(name)
    if (before) this.touched.set(homeName(before.home), before.home)
    this.all.delete(name)
    if (said.length < 2) return
    this.all.set(name, { name, said, home })
    this.touched.set(homeName(home), home)
  }

  async write(): Promise<void> {
    const { store, account, kind } = this
    for (const [name, { basis, day }] of this.touched) {
      const disputes = [...this.all.values()]
        .filter(({ home }) => homeName(home) === name)
        .map((dispute) => ({ name: dispute.name, said: dispute.said }))
      if (disputes.length === 0) await store.disputes.delete([account, kind, basis, day])
      else await store.disputes.put({ account, kind, basis, day, disputes })
    }
  }
}
