import type { Evidence } from '../../evidence/evidence.ts'
import { byKind, KINDS } from '../../evidence/kinds/kinds.ts'
import type { Instant } from '../../time/instant.ts'
import { joinImportedItems, NO_IMPORTED_ITEMS } from './imported-items.ts'
import { splitByNovelty } from './split-by-novelty.ts'
import { evidenceTables } from '../evidence-tables.ts'
import { guarded } from '../database/guarded.ts'
import { putAll } from '../put-evidence.ts'
import type { PutSummary } from '../put-summary.ts'
import { Speaker } from './speaker.ts'
import type { FromInstallation, ImportedInput } from '../database/schema.ts'
import type { Store } from '../database/store.ts'

/** The import that an input belongs to: its id, its time, and which text or file this is. */
export interface ImportPart {
  readonly id: string
  readonly at: Instant
  readonly input: Omit<ImportedInput, 'added'>
  /** Where it is what another installation wrote. */
  readonly from?: FromInstallation
}

/**
 * Adds evidence like `putEvidence`, and records under an id which of it was new, so that `undoImport` can remove exactly
 * that. A known id is extended: an import of several files is one import.
 */
export function putImport(
  store: Store,
  account: string,
  { id, at, input, from }: ImportPart,
  evidence: Evidence,
): Promise<PutSummary> {
  return guarded(store, () =>
    store.transaction('rw', evidenceTables(store), async () => {
      const note = await store.imports.get([account, id])
      const { fresh, known } = await splitByNovelty(store, account, evidence)
      const summary = await putAll(store, account, evidence, await Speaker.of(store, account, id))
      await store.imports.put({
        ...joinImportedItems(note ?? NO_IMPORTED_ITEMS, fresh),
        account,
        id,
        at: note?.at ?? at,
        inputs: [...(note?.inputs ?? []), { name: input.name, via: input.via, added: addedOf(summary) }],
        again: joinImportedItems(note?.again ?? NO_IMPORTED_ITEMS, known),
        ...(from && { from }),
      })
      return summary
    }),
  )
}

const addedOf = (summary: PutSummary): Required<ImportedInput>['added'] =>
  byKind(KINDS, (kind) => summary[kind].added)
