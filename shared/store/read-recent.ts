import type { Evidence } from '../evidence/evidence.ts'
import { addDays, type Day } from '../time/day.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './database/guarded.ts'
import { rowsUnder } from './segments/key-range.ts'
import { smallItems } from './read-evidence.ts'
import { itemsUnder } from './segments/read-shelf.ts'
import type { Header } from './database/schema.ts'
import type { Shelf } from './segments/shelf.ts'
import { readEachShelf } from './segments/day-shelves.ts'
import type { Store } from './database/store.ts'

/** From which days on evidence is read; readings of meters may be wanted from further back. */
export interface Recent {
  readonly from: Day
  readonly readingsFrom: Day
}

/**
 * The evidence of an account from some day of UTC on: what is dated earlier is left out, what has no date, or only one
 * without a zone that may lie that late, is not. Devices, marks, rejects and unknown fields are read whole.
 */
export function recentEvidence(
  store: Store,
  account: string,
  { from, readingsFrom }: Recent,
): Promise<Evidence> {
  return guarded(store, () =>
    store.transaction('r', evidenceTables(store), async () => ({
      ...(await readEachShelf((shelf) =>
        itemsFrom(shelf, store, account, shelf.kind === 'snapshots' ? readingsFrom : from),
      )),
      ...(await smallItems(store, account)),
    })),
  )
}

async function itemsFrom<Item extends { readonly id: string }, Columns>(
  shelf: Shelf<Item, Columns>,
  store: Store,
  account: string,
  from: Day,
): Promise<Item[]> {
  const headers = await rowsUnder(store.headers, account, shelf.kind).toArray()
  return itemsUnder(
    shelf,
    store,
    headers.filter((header) => mayReach(header, from)),
  )
}

/** What begins on the day before may reach into the day, and a clock of unknown zone is at most a day away from UTC. */
const mayReach = ({ day }: Header, from: Day): boolean => day === '' || day >= addDays(from, -1)
