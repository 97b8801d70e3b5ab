import { Dexie, type Table } from 'dexie'
import type { EvidenceItem } from '../../evidence/evidence.ts'
import type { ColumnsOf } from '../columns/columns-of.ts'
import type { DatabaseFactory } from './database-factory.ts'
import {
  TABLES_1,
  TABLES_2,
  TABLES_3,
  ADDED_IN_6,
  type Account,
  type DisputeDay,
  type Header,
  type ImportNote,
  type Owned,
  type Raw,
  type RequestDays,
} from './schema.ts'
import type { Segment, SegmentKey } from '../segments/segment.ts'
import type { StoreError } from './store-error.ts'
import { upgradeTo5 } from '../upgrade-to-5.ts'

export type SegmentTable<Columns> = Table<Segment<Columns>, SegmentKey>
type SmallTable<Item> = Table<Owned<Item>, readonly string[]>

export const DATABASE_VERSION = 6

/** What turns a database into one of the next version. */
export interface Upgrades {
  readonly to2: (store: Store) => Promise<void>
  readonly to6: (store: Store) => Promise<void>
}

/** The database. Other folders pass it to the functions here and know nothing of its contents. */
export class Store extends Dexie {
  readonly segments: SegmentTable<ColumnsOf['records']>
  readonly snapshots: SegmentTable<ColumnsOf['snapshots']>
  readonly errors: SegmentTable<ColumnsOf['errors']>
  readonly calls: SegmentTable<ColumnsOf['calls']>
  readonly costs: SegmentTable<ColumnsOf['costs']>
  readonly captures: SegmentTable<ColumnsOf['captures']>
  /** Rows the user deleted: kept so that they stay deleted when seen again, and for undo. */
  readonly dropped: SegmentTable<ColumnsOf['records']>
  readonly headers: Table<Header, readonly [account: string, kind: string, basis: string, day: string]>
  readonly devices: SmallTable<EvidenceItem['devices']>
  readonly marks: SmallTable<EvidenceItem['marks']>
  readonly annotations: SmallTable<EvidenceItem['annotations']>
  readonly rejects: SmallTable<EvidenceItem['rejects']>
  readonly unknownFields: SmallTable<EvidenceItem['unknownFields']>
  readonly accounts: Table<Account, string>
  readonly imports: Table<ImportNote, readonly [account: string, id: string]>
  /** Of what kind an item is says its day (`Disputes`). */
  readonly disputes: Table<
    DisputeDay<unknown>,
    readonly [account: string, kind: string, basis: string, day: string]
  >
  readonly requestDays: Table<RequestDays, readonly [account: string, shard: string]>
  readonly raw: Table<Raw, string>

  /** Why pending operations were rejected; they fail with this error. */
  private gaveUpFor: StoreError | null = null

  /** Some upgrades read segments, for which they need shelves, and those need this class: so they are passed in. */
  constructor(name: string, indexedDB: DatabaseFactory, upgrades: Upgrades) {
    // Dexie's own cache keeps clones of query results: with whole days as values that wastes memory.
    super(name, { cache: 'disabled', indexedDB, IDBKeyRange: globalThis.IDBKeyRange })
    this.version(1).stores(TABLES_1)
    // async, so that Dexie notices that it awaits
    this.version(2)
      .stores(TABLES_2)
      .upgrade(async () => upgrades.to2(this))
    this.version(3).stores(TABLES_3)
    // readings no longer have a column for what their numbers tell: a build that wants it is to see a newer database
    this.version(4).stores({})
    this.version(5)
      .stores({})
      .upgrade(async () => upgradeTo5(this.rejects))
    this.version(DATABASE_VERSION)
      .stores(ADDED_IN_6)
      .upgrade(async () => upgrades.to6(this))
    this.segments = this.table('segments')
    this.snapshots = this.table('snapshots')
    this.errors = this.table('errors')
    this.calls = this.table('calls')
    this.costs = this.table('costs')
    this.captures = this.table('captures')
    this.dropped = this.table('dropped')
    this.headers = this.table('headers')
    this.devices = this.table('devices')
    this.marks = this.table('marks')
    this.annotations = this.table('annotations')
    this.rejects = this.table('rejects')
    this.unknownFields = this.table('unknownFields')
    this.accounts = this.table('accounts')
    this.imports = this.table('imports')
    this.disputes = this.table('disputes')
    this.requestDays = this.table('requestDays')
    this.raw = this.table('raw')
  }

  /** Rejects every operation waiting for the database to open. */
  giveUp(reason: StoreError): void {
    this.gaveUpFor = reason
    this.close()
  }

  /** Lets the next operation retry after one for which the database could not be opened. */
  tryAgain(): void {
    if (!this.gaveUpFor && (this.hasBeenClosed() || !this.hasFailed())) return
    this.gaveUpFor = null
    this.close({ disableAutoOpen: false })
  }

  /** Why the database is closed; null if unknown. */
  whyClosed(): StoreError | null {
    return this.gaveUpFor
  }
}
