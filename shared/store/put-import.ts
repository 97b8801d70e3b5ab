import type { Evidence } from '../evidence/evidence.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './guarded.ts'
import { segmentsNear } from './near-segments.ts'
import { putAll } from './put-evidence.ts'
import { SMALL_SHELVES } from './put-small.ts'
import type { PutSummary } from './put-summary.ts'
import type { ImportNote, SmallItems } from './schema.ts'
import { CAPTURES } from './shelves.ts'
import type { Store } from './store.ts'

/**
 * Adds evidence as `putEvidence` does, and remembers under an id what of it was not there before, so that `undoImport` can
 * take exactly that away. An id that is known already adds to what is remembered: an import of several files is one.
 */
export function putImport(
  store: Store,
  account: string,
  id: string,
  evidence: Evidence,
): Promise<PutSummary> {
  return guarded(store, () =>
    store.transaction('rw', evidenceTables(store), async () => {
      const known = await store.imports.get([account, id])
      const fresh = await whatIsNew(store, account, evidence)
      await store.imports.put({
        account,
        id,
        captures: [...(known?.captures ?? []), ...fresh.captures],
        keys: {
          marks: [...(known?.keys.marks ?? []), ...fresh.keys.marks],
          annotations: [...(known?.keys.annotations ?? []), ...fresh.keys.annotations],
          unknownFields: [...(known?.keys.unknownFields ?? []), ...fresh.keys.unknownFields],
        },
      })
      return putAll(store, account, evidence)
    }),
  )
}

async function whatIsNew(
  store: Store,
  account: string,
  evidence: Evidence,
): Promise<Pick<ImportNote, 'captures' | 'keys'>> {
  const captures = new Map(evidence.captures.map((capture) => [capture.id, capture]))
  const there = new Set<string>()
  if (captures.size > 0)
    for (const { open } of await segmentsNear(CAPTURES, store, account, captures))
      for (let row = 0; row < open.length; row += 1) there.add(open.idAt(row))
  const newKeys = async <Kind extends keyof ImportNote['keys']>(
    kind: Kind,
    items: readonly SmallItems[Kind][],
  ): Promise<readonly (readonly string[])[]> => {
    const keys = items.map((item) => [account, ...SMALL_SHELVES[kind].keyOf(item)])
    const known = await SMALL_SHELVES[kind].table(store).bulkGet(keys)
    return keys.filter((_, index) => known[index] === undefined)
  }
  return {
    captures: [...captures.keys()].filter((capture) => !there.has(capture)),
    keys: {
      marks: await newKeys('marks', evidence.marks),
      annotations: await newKeys('annotations', evidence.annotations),
      unknownFields: await newKeys('unknownFields', evidence.unknownFields),
    },
  }
}
