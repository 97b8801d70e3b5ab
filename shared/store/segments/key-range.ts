import type { Collection, Table } from 'dexie'

/**
 * The rows of a table whose compound primary key begins with these parts.
 *
 * IndexedDB orders a list before every longer list that begins with it, and any text before any list, so that
 *
 *     [a]  ≤  [a, …]  <  [a, []]
 */
export function rowsUnder<Row, Key>(
  table: Table<Row, Key>,
  ...parts: readonly string[]
): Collection<Row, Key> {
  return table.where(':id').between([...parts], [...parts, []])
}

/** The same, before a value of the next part of the key. */
export function rowsBefore<Row, Key>(
  table: Table<Row, Key>,
  parts: readonly string[],
  end: string,
): Collection<Row, Key> {
  return table.where(':id').between([...parts], [...parts, end])
}
