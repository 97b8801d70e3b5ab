import { NO_EVIDENCE, type Evidence, type EvidenceItem } from '../../evidence/evidence.ts'
import { byKind, byKindInTurn, evidenceFor } from '../../evidence/kinds/kinds.ts'
import type { ColumnsOf } from '../columns/columns-of.ts'
import { capturesBeside, type DamagedDay } from '../segments/damaged-day.ts'
import { evidenceTables } from '../evidence-tables.ts'
import { guarded } from '../database/guarded.ts'
import { holdRecords } from '../held-records.ts'
import { rowsUnder } from '../segments/key-range.ts'
import { smallItems } from '../read-evidence.ts'
import { visibleIn } from '../segments/read-shelf.ts'
import { ShelfReader, type ShelfChanges } from '../segments/shelf-reader.ts'
import { DAY_SHELVES } from '../segments/day-shelves.ts'
import type { Store } from '../database/store.ts'
import { SMALL_SHELVES } from '../put-small.ts'
import { sameEvidence } from '../same-evidence.ts'
import { DAY_KINDS, SMALL_KINDS, type DayKind, type SmallKind } from '../database/schema.ts'

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
  private readonly readers: Readers = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of each kind the reader of its own shelf
    ...(byKind<DayKind, unknown>(DAY_KINDS, readerOf) as Readers),
    records: new ShelfReader(DAY_SHELVES.records, holdRecords),
  }
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
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of each kind what its own reader read
        const changes = (await byKindInTurn<DayKind, unknown>(DAY_KINDS, (kind) =>
          this.readers[kind].read(store, account, onItems),
        )) as Changes
        const before = this.small
        const small = await smallItems(store, account)
        this.small = small
        const news = before && addedSmallItems(before, small)
        const moved = DAY_KINDS.some((kind) => changes[kind].moved)
        const damaged = this.damagedDays()
        const added =
          news === null || moved || damaged.length > 0
            ? null
            : { ...NO_EVIDENCE, ...evidenceFor(DAY_KINDS, (kind) => changes[kind].fresh), ...news }
        return { evidence: this.evidence(small, damaged), added, damaged }
      }),
    )
  }

  private damagedDays(): readonly DamagedDay[] {
    return DAY_KINDS.flatMap((kind) => this.readers[kind].damagedDays())
  }

  private evidence(small: Small, damaged: readonly DamagedDay[]): Evidence {
    const held = evidenceFor(DAY_KINDS, (kind) => this.readers[kind].items())
    return { ...held, captures: capturesBeside(held.captures, damaged), ...small }
  }
}

type Readers = { readonly [Kind in DayKind]: ShelfReader<EvidenceItem[Kind], ColumnsOf[Kind]> }

function readerOf<Kind extends DayKind>(kind: Kind): ShelfReader<EvidenceItem[Kind], ColumnsOf[Kind]> {
  const shelf = DAY_SHELVES[kind]
  return new ShelfReader(shelf, (segment) => visibleIn(shelf, segment))
}

type Changes = { readonly [Kind in DayKind]: ShelfChanges<EvidenceItem[Kind]> }

type Small = Pick<Evidence, SmallKind>

/** The items of the small kinds that were added; null if any was removed. */
function addedSmallItems(before: Small, after: Small): Small | null {
  let gone = false
  const news = <Kind extends SmallKind>(kind: Kind): readonly EvidenceItem[Kind][] => {
    const { keyOf } = SMALL_SHELVES[kind]
    const nameOf = (item: EvidenceItem[Kind]) => JSON.stringify(keyOf(item))
    const known = new Map(before[kind].map((item) => [nameOf(item), item]))
    const fresh = after[kind].filter((item) => {
      const same = known.get(nameOf(item))
      known.delete(nameOf(item))
      return !same || !sameEvidence(same, item)
    })
    gone ||= known.size > 0
    return fresh
  }
  const all = evidenceFor(SMALL_KINDS, news)
  return gone ? null : all
}
