import { filterImportedItems, joinImportedItems, itemNamesIn, NO_IMPORTED_ITEMS } from './imported-items.ts'
import type { ImportedItems, ImportNote } from './schema.ts'

/** What undoing an import removes, and the notes of the imports that own what remains. */
export interface OwnershipTransfer {
  readonly taken: ImportedItems
  readonly remainingOwners: readonly ImportNote[]
}

/**
 * Items that another import contained too stay when the first is undone, as if only the other had been made: they pass to
 * the other, or the earliest of several. How many of them the other added was never counted, so its counts are dropped.
 */
export function transferOwnership(undone: ImportNote, others: readonly ImportNote[]): OwnershipTransfer {
  let taken: ImportedItems = undone
  const remainingOwners: ImportNote[] = []
  for (const other of others.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))) {
    const again = itemNamesIn(other.again ?? NO_IMPORTED_ITEMS)
    const left = itemNamesIn(taken)
    const inherited = filterImportedItems(taken, (name) => again.has(name))
    const names = itemNamesIn(inherited)
    if (names.size === 0) continue
    taken = filterImportedItems(taken, (name) => !names.has(name))
    remainingOwners.push({
      ...other,
      ...joinImportedItems(other, inherited),
      again: filterImportedItems(other.again ?? NO_IMPORTED_ITEMS, (name) => !left.has(name)),
      ...(other.inputs && { inputs: other.inputs.map(({ name, via }) => ({ name, via })) }),
    })
  }
  return { taken, remainingOwners }
}
