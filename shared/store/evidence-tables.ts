import type { Table } from 'dexie'
import { DAY_KINDS, SMALL_KINDS } from './database/schema.ts'
import type { Store } from './database/store.ts'
import { SMALL_SHELVES } from './put-small.ts'
import { DAY_SHELVES } from './segments/day-shelves.ts'

/** All that evidence is written to: the scope of every transaction that puts, moves or drops some. */
export const evidenceTables = (store: Store): Table[] => [
  ...DAY_KINDS.map((kind) => DAY_SHELVES[kind].table(store)),
  ...SMALL_KINDS.map((kind) => SMALL_SHELVES[kind].table(store)),
  store.dropped,
  store.headers,
  store.accounts,
  store.imports,
  store.disputes,
  store.requestDays,
]
