import type { ImportedItems } from '../database/schema.ts'

export const NO_IMPORTED_ITEMS: ImportedItems = {
  captures: [],
  keys: { marks: [], annotations: [], unknownFields: [] },
}

/** The key of an item, or the id of a capture, as one string. */
export type ItemName = string
export const nameOf = (key: readonly string[]): ItemName => JSON.stringify(key)

/** Only the items whose names pass the test. */
export const filterImportedItems = (
  { captures, keys }: ImportedItems,
  passes: (name: ItemName) => boolean,
): ImportedItems => ({
  captures: captures.filter(passes),
  keys: {
    marks: keys.marks.filter((key) => passes(nameOf(key))),
    annotations: keys.annotations.filter((key) => passes(nameOf(key))),
    unknownFields: keys.unknownFields.filter((key) => passes(nameOf(key))),
  },
})

export const joinImportedItems = (a: ImportedItems, b: ImportedItems): ImportedItems => ({
  captures: [...a.captures, ...b.captures],
  keys: {
    marks: [...a.keys.marks, ...b.keys.marks],
    annotations: [...a.keys.annotations, ...b.keys.annotations],
    unknownFields: [...a.keys.unknownFields, ...b.keys.unknownFields],
  },
})

/** Ids of captures hold a colon and no bracket, names of keys begin with one, so that they do not meet. */
export const itemNamesIn = ({ captures, keys }: ImportedItems): ReadonlySet<ItemName> =>
  new Set([...captures, ...[...keys.marks, ...keys.annotations, ...keys.unknownFields].map(nameOf)])
