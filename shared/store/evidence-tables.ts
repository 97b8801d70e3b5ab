import type { Table } from 'dexie'
import type { Store } from './database/store.ts'

/** All that evidence is written to: the scope of every transaction that puts, moves or drops some. */
export const evidenceTables = (store: Store): Table[] => [
  store.segments,
  store.snapshots,
  store.errors,
  store.calls,
  store.costs,
  store.captures,
  store.dropped,
  store.headers,
  store.devices,
  store.marks,
  store.annotations,
  store.rejects,
  store.unknownFields,
  store.accounts,
  store.imports,
  store.disputes,
  store.requestDays,
]
