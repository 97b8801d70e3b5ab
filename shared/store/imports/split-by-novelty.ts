import type { Evidence, EvidenceItem } from '../../evidence/evidence.ts'
import type { ImportedItems } from '../database/schema.ts'
import type { Store } from '../database/store.ts'
import { SMALL_SHELVES } from '../put-small.ts'
import { segmentsNear } from '../segments/near-segments.ts'
import { CAPTURES } from '../segments/shelves.ts'
import { filterImportedItems, nameOf, type ItemName } from './imported-items.ts'

/** Splits evidence into what the account does not have yet (`fresh`) and what it has. Must run inside a transaction. */
export async function splitByNovelty(
  store: Store,
  account: string,
  evidence: Evidence,
): Promise<{ readonly fresh: ImportedItems; readonly known: ImportedItems }> {
  const captures = new Map(evidence.captures.map((capture) => [capture.id, capture]))
  const there = new Set<ItemName>()
  if (captures.size > 0)
    for (const { open } of await segmentsNear(CAPTURES, store, account, captures))
      for (let row = 0; row < open.length; row += 1) there.add(open.idAt(row))
  const keysOf = async <Kind extends keyof ImportedItems['keys']>(
    kind: Kind,
    items: readonly EvidenceItem[Kind][],
  ) => {
    const keys = items.map((item) => [account, ...SMALL_SHELVES[kind].keyOf(item)])
    const found = await SMALL_SHELVES[kind].table(store).bulkGet(keys)
    for (const [index, key] of keys.entries()) if (found[index] !== undefined) there.add(nameOf(key))
    return keys
  }
  const all: ImportedItems = {
    captures: [...captures.keys()],
    keys: {
      marks: await keysOf('marks', evidence.marks),
      annotations: await keysOf('annotations', evidence.annotations),
      unknownFields: await keysOf('unknownFields', evidence.unknownFields),
    },
  }
  return {
    fresh: filterImportedItems(all, (name) => !there.has(name)),
    known: filterImportedItems(all, (name) => there.has(name)),
  }
}
