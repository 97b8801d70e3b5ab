import type { ImportNote } from '../database/schema.ts'
import { itemNamesIn, NO_IMPORTED_ITEMS, type ItemName } from './imported-items.ts'

/** Stands among the ids of imports for what was seen here, and can not be undone. */
export const HERE = ''

/** Who said what is kept: the ids of the imports that it came with, and `HERE`. */
export class Owners {
  private readonly imports = new Map<ItemName, string[]>()
  /** What no import was the first to bring was seen here. */
  private readonly brought = new Set<ItemName>()

  constructor(notes: readonly ImportNote[]) {
    for (const note of notes) {
      for (const name of itemNamesIn(note)) this.brought.add(name)
      for (const items of [note, note.again ?? NO_IMPORTED_ITEMS])
        for (const name of itemNamesIn(items))
          this.imports.set(name, [...(this.imports.get(name) ?? []), note.id])
    }
  }

  /** Of what was read in these captures, or has this key. */
  of(names: readonly ItemName[]): readonly string[] {
    const owners = new Set(names.flatMap((name) => this.imports.get(name) ?? []))
    if (owners.size === 0 || names.some((name) => !this.brought.has(name))) owners.add(HERE)
    return [...owners]
  }
}
