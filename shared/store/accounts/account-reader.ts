import { NO_EVIDENCE, type Evidence } from '../../evidence/evidence.ts'
import { capturesBeside, type DamagedDay } from '../segments/damaged-day.ts'
import { evidenceTables } from '../evidence-tables.ts'
import { guarded } from '../database/guarded.ts'
import { holdRecords } from '../held-records.ts'
import { rowsUnder } from '../segments/key-range.ts'
import { smallItems } from '../read-evidence.ts'
import { visibleIn } from '../segments/read-shelf.ts'
import { ShelfReader, type Hold } from '../segments/shelf-reader.ts'
import type { Shelf } from '../segments/shelf.ts'
import { CALLS, CAPTURES, COSTS, ERRORS, RECORDS, SNAPSHOTS } from '../segments/shelves.ts'
import type { Store } from '../database/store.ts'
import { SMALL_SHELVES } from '../put-small.ts'
import { sameEvidence } from '../same-evidence.ts'
import { SMALL_KINDS, type SmallItems, type SmallKind } from '../database/schema.ts'

/** Progress of a read, in items stored in day segments. */
export interface ReadProgress {
  readonly done: number
  readonly all: number
}

export interface AccountRead {
  /** All that is known. Its rows are read from columns when looked at (StoredRecord). */
  readonly evidence: Evidence
  /** What was added since the previous read; null if anything was removed or moved. */
  readonly added: Evidence | null
  /** Days that are kept and cannot be read back: nothing of them is in the evidence, and no capture says that it saw them. */
  readonly damaged: readonly DamagedDay[]
}

/**
 * Reads an account repeatedly at the cost of what changed: a page of a hundred rows is one day out of a year.
 *
 * Each read is a consistent snapshot and equals `evidenceOf` (a test checks this).
 */
export class AccountReader {
  private readonly records = new ShelfReader(RECORDS, holdRecords)
  private readonly snapshots = new ShelfReader(SNAPSHOTS, asRead(SNAPSHOTS))
  private readonly errors = new ShelfReader(ERRORS, asRead(ERRORS))
  private readonly calls = new ShelfReader(CALLS, asRead(CALLS))
  private readonly costs = new ShelfReader(COSTS, asRead(COSTS))
  private readonly captures = new ShelfReader(CAPTURES, asRead(CAPTURES))
  private small: Small | null = null

  constructor(
    private readonly store: Store,
    private readonly account: string,
  ) {}

  /** Throws a StoreError; after one, a new reader has to be made. */
  read(onProgress: (progress: ReadProgress) => void = () => {}): Promise<AccountRead> {
    const { store, account } = this
    return guarded(store, () =>
      store.transaction('r', evidenceTables(store), async () => {
        const headers = await rowsUnder(store.headers, account).toArray()
        const all = headers
          .filter(({ kind }) => kind !== 'dropped')
          .reduce((sum, { count }) => sum + count, 0)
        let done = 0
        const onItems = (count: number) => onProgress({ done: (done += count), all })
        const shelves = {
          records: await this.records.read(store, account, onItems),
          snapshots: await this.snapshots.read(store, account, onItems),
          errors: await this.errors.read(store, account, onItems),
          calls: await this.calls.read(store, account, onItems),
          costs: await this.costs.read(store, account, onItems),
          captures: await this.captures.read(store, account, onItems),
        }
        const before = this.small
        const small = await smallItems(store, account)
        this.small = small
        const news = before && addedSmallItems(before, small)
        const moved = Object.values(shelves).some((shelf) => shelf.moved)
        const damaged = this.damagedDays()
        const added =
          news === null || moved || damaged.length > 0
            ? null
            : { ...NO_EVIDENCE, ...freshOf(shelves), ...news }
        return { evidence: this.evidence(small, damaged), added, damaged }
      }),
    )
  }

  private damagedDays(): readonly DamagedDay[] {
    const { records, snapshots, errors, calls, costs, captures } = this
    return [records, snapshots, errors, calls, costs, captures].flatMap((reader) => reader.damagedDays())
  }

  private evidence(small: Small, damaged: readonly DamagedDay[]): Evidence {
    return {
      records: this.records.items(),
      snapshots: this.snapshots.items(),
      errors: this.errors.items(),
      calls: this.calls.items(),
      costs: this.costs.items(),
      captures: capturesBeside(this.captures.items(), damaged),
      ...small,
    }
  }
}

const asRead =
  <Item extends { readonly id: string }, Columns>(shelf: Shelf<Item, Columns>): Hold<Item, Columns> =>
  (segment) =>
    visibleIn(shelf, segment)

type Fresh = Pick<Evidence, 'records' | 'snapshots' | 'errors' | 'calls' | 'costs' | 'captures'>

const freshOf = (shelves: { readonly [Kind in keyof Fresh]: { readonly fresh: Fresh[Kind] } }): Fresh => ({
  records: shelves.records.fresh,
  snapshots: shelves.snapshots.fresh,
  errors: shelves.errors.fresh,
  calls: shelves.calls.fresh,
  costs: shelves.costs.fresh,
  captures: shelves.captures.fresh,
})

type Small = { readonly [Kind in SmallKind]: readonly SmallItems[Kind][] }

/** The items of the small kinds that were added; null if any was removed. */
function addedSmallItems(before: Small, after: Small): Small | null {
  let gone = false
  const news = <Kind extends SmallKind>(kind: Kind): readonly SmallItems[Kind][] => {
    const { keyOf } = SMALL_SHELVES[kind]
    const nameOf = (item: SmallItems[Kind]) => JSON.stringify(keyOf(item))
    const known = new Map(before[kind].map((item) => [nameOf(item), item]))
    const fresh = after[kind].filter((item) => {
      const same = known.get(nameOf(item))
      known.delete(nameOf(item))
      return !same || !sameEvidence(same, item)
    })
    gone ||= known.size > 0
    return fresh
  }
  const all = Object.fromEntries(SMALL_KINDS.map((kind) => [kind, news(kind)]))
  return gone ? null : { devices: [], marks: [], annotations: [], rejects: [], unknownFields: [], ...all }
}
