import type { UnknownField } from '../evidence/kinds/reject.ts'
import type { Instant } from '../time/instant.ts'
import type { AwaitedReset } from './awaited-reset.ts'
import type { Gap } from './gaps.ts'
import type { PageLimit } from './page-limits.ts'
import type { RecorderState } from './recorder-state.ts'
import type { Settings } from './settings.ts'
import type { UsagesReader } from './usages-reader.ts'
import type { Site } from './sites.ts'

/** The recorder of a site, as far as a screen shows it. */
export type RecorderView = Pick<
  RecorderState,
  'phase' | 'reason' | 'due' | 'interval' | 'read' | 'failures' | 'refusal'
> & {
  readonly site: Site
}

/** Why evidence could not be kept, in the words of the store (`full` is a full disk). */
export interface KeepTrouble {
  readonly kind: 'full' | 'blocked' | 'newer' | 'closed' | 'damaged' | 'failed'
  readonly at: Instant
}

/** A tab from which so much came today that no more of it is taken (PAGE_LIMITS). */
export interface ReachedLimit {
  readonly limit: PageLimit
  readonly at: Instant
}

/** The newest capture of a kind. */
export interface LastCapture {
  readonly source: string
  readonly at: Instant
  /** Rows of history in it. */
  readonly rows: number
}

/** A capture that was set aside, as it may be shown to whoever mends the reader. */
interface UnreadCapture {
  readonly source: string | null
  readonly at: Instant
  /** Length of the text. */
  readonly length: number
  /** Its beginning, masked. */
  readonly shape: string
}

/** Pages that wait until the user says whose they are (docs/decisions/0011). */
export interface WaitingPages {
  /** The accounts that they may be of. */
  readonly accounts: readonly string[]
  /** Newest first. */
  readonly pages: readonly {
    readonly label: string
    readonly since: Instant
    /** It named nobody · an account of which it shows nothing · two accounts, or another one than its rows are of. */
    readonly why: 'silent' | 'unproved' | 'contradicting'
    readonly said: readonly string[]
    /** The accounts that have rows which it shows. */
    readonly shows: readonly string[]
    readonly records: number
    readonly readings: number
  }[]
}

/** Texts of an earlier version, which kept more of them, are to be reduced to what is kept today. */
export interface Reduction {
  /** Until then a backup is offered; afterwards it begins by itself. */
  readonly by: Instant
  readonly running: boolean
  /** Texts that have been looked at, and all that there are. */
  readonly done: number
  readonly total: number
}

/** How recording goes. */
export interface Health {
  readonly lastCaptures: readonly LastCapture[]
  /** Captures that are written down and not yet read. */
  readonly waiting: number
  readonly trouble: KeepTrouble | null
  /** Captures that were tried twice and that no reader could make anything of; they are kept. */
  readonly setAside: number
  /** The newest of them. */
  readonly unread: readonly UnreadCapture[]
  /** The limits that tabs have reached today, oldest first. */
  readonly reached: readonly ReachedLimit[]
  /** What pages handed over and our scripts refused. */
  readonly refused: number
  /** Fields that no schema of ours knows, and pieces that could not be read, of the account that was captured last. */
  readonly unknownFields: readonly UnknownField[]
  readonly rejects: number
  /** Captured texts that are kept, and their size. */
  readonly rawCount: number
  readonly rawBytes: number
}

/** All that popup and settings show of the extension. Plain data. */
export interface ExtensionStatus {
  readonly version: string
  readonly settings: Settings
  readonly recorders: readonly RecorderView[]
  /** Newest first. */
  readonly gaps: readonly Gap[]
  readonly account: string | null
  /** How reading with the user's key goes, without the key; null where there is none. */
  readonly key: UsagesReader | null
  /** The reset that the user wants to be told of. */
  readonly awaited: AwaitedReset | null
  readonly waiting: WaitingPages
  readonly reduction: Reduction | null
  readonly health: Health
}
