import { DATED_KINDS, type DatedKind } from '../../evidence/kinds/kinds.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import type { Installation } from '../../evidence/installation.ts'
import type { RawCapture } from '../../evidence/kinds/capture.ts'
import type { Instant } from '../../time/instant.ts'
import type { SegmentHome } from '../segments/segment-home.ts'
import type { Saying } from '../imports/sayings.ts'

/** Kinds of evidence that come in thousands and are stored in day segments. */
export const DAY_KINDS = [...DATED_KINDS, 'captures'] as const
export type DayKind = (typeof DAY_KINDS)[number]
/** Rows that the user deleted have a shelf of their own. */
export type ShelfKind = DayKind | 'dropped'

/** Kinds of evidence of which an account has few: one object each. */
export const SMALL_KINDS = ['devices', 'marks', 'annotations', 'rejects', 'unknownFields'] as const
export type SmallKind = (typeof SMALL_KINDS)[number]

/** An item with the label of the account that it belongs to. */
export interface Owned<Item> {
  readonly account: string
  readonly item: Item
}

/** Metadata of a segment, so that counting and selecting need not read segments. */
export interface Header extends SegmentHome {
  readonly account: string
  readonly kind: ShelfKind
  /** Items as they are read: rows of the table that a row of the service absorbs are not counted. */
  readonly count: number
  /** From the earliest to the latest moment that the items tell of; null where none is dated in UTC. */
  readonly from: Instant | null
  readonly to: Instant | null
  /** Approximate size in the database. */
  readonly bytes: number
  /** Changes with each write of the segment, so that a holder can tell whether it is still current. */
  readonly stamp: string
}

/** An account that has evidence, and how many small items. */
export interface Account {
  readonly account: string
  readonly small: Readonly<Record<SmallKind, number>>
}

/** A scrubbed capture as it came in; `pending` is there until it has been parsed. */
export interface Raw {
  readonly id: string
  readonly account: string
  readonly raw: RawCapture
  /** Position in the queue: a later capture has a larger one. */
  readonly pending?: number
  /** How often reading it was attempted and failed. */
  readonly tries?: number
  /** When reading it was begun last, of which no end is known. */
  readonly begun?: Instant
  /** When it was given up because no reader could read it. It is kept, but no longer `pending`. */
  readonly unread?: Instant
  /** The time that retention goes by; absent if unknown. */
  readonly keptSince?: Instant
  /** Its approximate size, so that it need not be read to know. */
  readonly bytes: number
  /** An identical earlier capture: the text is kept there, and `raw.body` is empty. */
  readonly sameAs?: string
}

/** Which evidence an import is the origin of. */
export interface ImportedItems {
  /** All that was read in a capture names it as its origin. */
  readonly captures: readonly string[]
  /** Items without an origin, by the key of their table. */
  readonly keys: Readonly<Record<'marks' | 'annotations' | 'unknownFields', readonly (readonly string[])[]>>
}

/** One text or file of an import. The name is for the user who imported it and is in no export. */
export interface ImportedInput {
  readonly name: string
  readonly via: 'paste' | 'file'
  /** How much of each kind was new; absent where what was another import's first has become this one's. */
  readonly added?: Readonly<Record<keyof Evidence, number>>
}

/** The items that an import added, which undoing it removes. */
export interface ImportNote extends ImportedItems {
  readonly account: string
  readonly id: string
  /** When it was made. This and what follows is absent in the notes of imports from before it was kept. */
  readonly at?: Instant
  readonly inputs?: readonly ImportedInput[]
  /** Items it contained that were already there: they stay when the import that first added them is undone. */
  readonly again?: ImportedItems
  /** Where it is what another installation wrote into the folder of several machines. */
  readonly from?: FromInstallation
}

/** What another installation had written when it was read. */
export interface FromInstallation {
  readonly installation: Installation
  readonly writtenAt: Instant
  /** Of all its evidence. */
  readonly digest: string
  /** Rows of the history that it had. */
  readonly records: number
  readonly file: FileStamp
  /** Ids of its notes and marks that the user removed here: they do not come back. */
  readonly removed: readonly string[]
}

/** A file as it stood: one that has not changed need not be read again. */
export interface FileStamp {
  readonly name: string
  readonly size: number
  /** Its time of change in milliseconds, by the clock of its machine. */
  readonly modified: number
}

/** Kinds of which two may say different things of one item. */
export type DisputedKind = DatedKind | Exclude<SmallKind, 'rejects'>

/** An item of which not all say the same, and who says what. */
export interface Dispute<Item> {
  /** Its id, or its key within the account. */
  readonly name: string
  readonly said: readonly Saying<Item>[]
}

/** The disputed items of one kind and day; small ones have no day. */
export interface DisputeDay<Item> extends SegmentHome {
  readonly account: string
  readonly kind: DisputedKind
  readonly disputes: readonly Dispute<Item>[]
}

/** On which days rows with a request id lie (`request-days.ts`): the n-th digits on the n-th day. */
export interface RequestDays {
  readonly account: string
  readonly shard: string
  readonly digits: Uint32Array
  /** Days since 1970. */
  readonly days: Int32Array
}

const SEGMENTS = '[account+basis+day]'

/**
 * Version 1. A later version keeps this text and adds its own (docs/decisions/0009-day-segments.md). Databases of version
 * 1 may lack some of it: tables were added to it before the first release. Opening one at a later version adds them.
 */
export const TABLES_1 = {
  segments: SEGMENTS,
  snapshots: SEGMENTS,
  errors: SEGMENTS,
  calls: SEGMENTS,
  costs: SEGMENTS,
  captures: SEGMENTS,
  dropped: SEGMENTS,
  headers: '[account+kind+basis+day]',
  minutes: '[account+day]',
  devices: '[account+item.id]',
  marks: '[account+item.id]',
  annotations: '[account+item.id]',
  rejects: '[account+item.id]',
  unknownFields: '[account+item.source+item.path]',
  accounts: 'account',
  captureZones: '[account+capture]',
  imports: '[account+id]',
  raw: 'id, account, pending, keptSince, bytes, [keptSince+bytes]',
} as const

/** Version 2: errors are read again (upgrade-to-2.ts), and unreadable captures are told apart from pending ones. */
export const TABLES_2 = {
  ...TABLES_1,
  raw: `${TABLES_1.raw}, unread`,
} as const

/** Version 3: two tables that nothing read are dropped (docs/decisions/0012-zones-are-not-written-back.md). */
export const TABLES_3 = {
  ...TABLES_2,
  minutes: null,
  captureZones: null,
} as const

/**
 * Version 6: what an import says is kept apart where others say something else, so that undoing it brings theirs back; and
 * on which day each request lies.
 */
export const ADDED_IN_6 = {
  disputes: '[account+kind+basis+day]',
  requestDays: '[account+shard]',
} as const
