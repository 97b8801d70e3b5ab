import type { Evidence } from '../evidence/evidence.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './database/guarded.ts'
import { itemNamesIn, nameOf, NO_IMPORTED_ITEMS, type ItemName } from './imports/imported-items.ts'
import { rowsUnder } from './segments/key-range.ts'
import { evidenceOf } from './read-evidence.ts'
import type { ImportNote } from './database/schema.ts'
import type { Store } from './database/store.ts'
import { withoutOrigins, type Read } from './without-origins.ts'

/**
 * What this installation saw by itself: without what only came from others, so that each of several machines writes what it
 * knows and no more, and what one of them deletes does not come back from the others. Throws a StoreError.
 */
export function ownEvidenceOf(store: Store, account: string): Promise<Evidence> {
  return guarded(store, () =>
    store.transaction('r', evidenceTables(store), async () => {
      const others = namesFromOthers(await rowsUnder(store.imports, account).toArray())
      const evidence = await evidenceOf(store, account)
      return others.size === 0 ? evidence : withoutOthers(evidence, account, others)
    }),
  )
}

/** What only other installations brought: captures by id, and items without an origin by their key. */
export function namesFromOthers(notes: readonly ImportNote[]): ReadonlySet<ItemName> {
  const names = new Set(notes.filter(({ from }) => from).flatMap((note) => [...itemNamesIn(note)]))
  for (const { from, again } of notes)
    if (!from) for (const name of itemNamesIn(again ?? NO_IMPORTED_ITEMS)) names.delete(name)
  return names
}

function withoutOthers(evidence: Evidence, account: string, others: ReadonlySet<ItemName>): Evidence {
  const seenHere = <Item extends Read>(items: readonly Item[]): readonly Item[] =>
    items.flatMap((item) => withoutOrigins(item, others) ?? [])
  const isOwn = (...key: readonly string[]) => !others.has(nameOf([account, ...key]))
  return {
    records: seenHere(evidence.records),
    snapshots: seenHere(evidence.snapshots),
    errors: seenHere(evidence.errors),
    calls: seenHere(evidence.calls),
    costs: seenHere(evidence.costs),
    devices: seenHere(evidence.devices),
    captures: evidence.captures.filter(({ id }) => !others.has(id)),
    rejects: evidence.rejects.filter(({ capture }) => !others.has(capture)),
    marks: evidence.marks.filter(({ id }) => isOwn(id)),
    annotations: evidence.annotations.filter(({ id }) => isOwn(id)),
    unknownFields: evidence.unknownFields.filter(({ source, path }) => isOwn(source, path)),
  }
}
