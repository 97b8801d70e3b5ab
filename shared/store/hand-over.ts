import { broughtWhere, joinBrought, namesIn, NOTHING_BROUGHT } from './brought.ts'
import type { Brought, ImportNote } from './schema.ts'

/** What undoing an import takes away, and the notes of the imports that what it leaves belongs to from then on. */
export interface HandOver {
  readonly taken: Brought
  readonly heirs: readonly ImportNote[]
}

/**
 * What another import brought too stays when the first is undone, as if only the other had been made: it becomes the
 * other's, of the earliest if there are several. How much of it is the other's was never counted, so its counts go.
 */
export function handOver(undone: ImportNote, others: readonly ImportNote[]): HandOver {
  let taken: Brought = undone
  const heirs: ImportNote[] = []
  for (const other of others.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))) {
    const again = namesIn(other.again ?? NOTHING_BROUGHT)
    const left = namesIn(taken)
    const inherited = broughtWhere(taken, (name) => again.has(name))
    const names = namesIn(inherited)
    if (names.size === 0) continue
    taken = broughtWhere(taken, (name) => !names.has(name))
    heirs.push({
      ...other,
      ...joinBrought(other, inherited),
      again: broughtWhere(other.again ?? NOTHING_BROUGHT, (name) => !left.has(name)),
      ...(other.inputs && { inputs: other.inputs.map(({ name, via }) => ({ name, via })) }),
    })
  }
  return { taken, heirs }
}
