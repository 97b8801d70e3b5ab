import type { Annotation } from '../evidence/annotation.ts'
import type { Device } from '../evidence/device.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Mark } from '../evidence/mark.ts'
import type { RawCapture } from '../evidence/capture.ts'
import type { Reject, UnknownField } from '../evidence/reject.ts'
import type { Instant } from '../time/instant.ts'
import type { SegmentHome } from './segment-home.ts'

/** Kinds of evidence that come in thousands and live in day segments. */
const SHELF_KINDS = ['records', 'snapshots', 'errors', 'calls', 'costs', 'captures', 'dropped'] as const
export type ShelfKind = (typeof SHELF_KINDS)[number]

/** Kinds of evidence of which an account has few: one object each. */
export const SMALL_KINDS = ['devices', 'marks', 'annotations', 'rejects', 'unknownFields'] as const
export type SmallKind = (typeof SMALL_KINDS)[number]

/** Something of an account: an item with the label of the account beside it. */
export interface Owned<Item> {
  readonly account: string
  readonly item: Item
}

/** What a segment says of itself, so that counting and choosing need not read segments. */
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
  /** Another one each time that the segment is written: who holds the segment sees whether it is still the same. */
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
  /** How often reading it was begun and did not end well. */
  readonly tries?: number
  /** When it was given up: no reader could make anything of it. It is kept, and no longer `pending`. */
  readonly unread?: Instant
  /** What the retention goes by; absent where nobody said. */
  readonly keptSince?: Instant
  /** About how much it takes, so that nobody has to read it to know. */
  readonly bytes: number
  /** The capture that said the same to the letter not long before: the text is kept there, and `raw.body` is empty. */
  readonly sameAs?: string
}

/** Which evidence an import is the origin of. */
export interface ImportedItems {
  /** All that was read in a capture names it as its origin. */
  readonly captures: readonly string[]
  /** Items without an origin, by the key of their table. */
  readonly keys: Readonly<Record<'marks' | 'annotations' | 'unknownFields', readonly (readonly string[])[]>>
}

/** One text or file of an import. The name is for whoever brought it in: no export holds it. */
export interface ImportedInput {
  readonly name: string
  readonly via: 'paste' | 'file'
  /** How much of each kind was new; absent where what was another import's first has become this one's. */
  readonly added?: Readonly<Record<keyof Evidence, number>>
}

/** What an import brought that had not been there: what undoing it takes away. */
export interface ImportNote extends ImportedItems {
  readonly account: string
  readonly id: string
  /** When it was made. This and what follows is absent in the notes of imports from before it was kept. */
  readonly at?: Instant
  readonly inputs?: readonly ImportedInput[]
  /** What it brought that was there already: it stays when the import that had brought it first is undone. */
  readonly again?: ImportedItems
}

export interface SmallItems {
  readonly devices: Device
  readonly marks: Mark
  readonly annotations: Annotation
  readonly rejects: Reject
  readonly unknownFields: UnknownField
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

/** Version 2: errors are read again (upgrade-to-2.ts), and captures that could not be read are told from those that wait. */
export const TABLES_2 = {
  ...TABLES_1,
  raw: `${TABLES_1.raw}, unread`,
} as const

/** Version 3: two tables go that nothing read (docs/decisions/0012-zones-are-not-written-back.md). */
export const TABLES_3 = {
  ...TABLES_2,
  minutes: null,
  captureZones: null,
} as const
