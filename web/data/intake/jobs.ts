import type { Answer } from '../../../shared/analyse/views/answer.ts'
import type { Reject } from '../../../shared/evidence/kinds/reject.ts'
import type { WitnessedIncident } from '../../../shared/analyse/witnesses/compare-accounts.ts'
import type { Sentence } from '../../../shared/evidence/sentences/sentence.ts'
import type { Installation } from '../../../shared/evidence/installation.ts'
import type { BundleOrigin, RecognisedPiece } from '../../../shared/intake.ts'
import type { StreamProgress } from '../../../shared/parse/stream-input.ts'
import type { Written } from '../../../shared/store/history-folder.ts'
import type { PutSummary } from '../../../shared/store/put-summary.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Zone } from '../../../shared/time/zone.ts'

/** An input that waits to be kept: a text, or a file that may be too large to be held. */
export type Source =
  | { readonly via: 'paste' | 'file'; readonly name: string; readonly body: string }
  | { readonly via: 'file'; readonly name: string; readonly file: File }

/** What was read in an input, as much as a page shows of it; the evidence stays where it was read. */
export interface ReadSummary {
  readonly pieces: readonly RecognisedPiece[]
  readonly morePieces: number
  readonly totals: Readonly<Record<keyof RecognisedPiece['counts'], number>>
  readonly rejects: readonly Reject[]
  /** True where a time was printed without a zone and still has none: then the reader is asked. */
  readonly zoneless: boolean
  /** What a bundle says of itself; null where it is none. */
  readonly bundle: BundleOrigin | null
}

/** What keeping one input did, and in which account: a redacted bundle opens as a history of its own. */
export interface KeptInput {
  readonly account: string
  readonly summary: PutSummary
  readonly bundle: BundleOrigin | null
}

/** Whether a zone can change a verdict, and the answer under each that was asked for. */
export interface ZoneEffect {
  readonly matters: boolean
  readonly answers: readonly { readonly zone: Zone; readonly answer: Answer }[]
}

/** Accounts to compare; a file of a folder belongs to the account that `place` names. */
export interface TogetherAsk {
  readonly now: Instant
  readonly kept: readonly { readonly account: string; readonly name: string; readonly zone: Zone }[]
  readonly files: readonly { readonly place: string; readonly name: string; readonly file: File }[]
}

export interface Together {
  /** The accounts that were compared, by their names. */
  readonly accounts: readonly string[]
  readonly incidents: readonly WitnessedIncident[]
  /** Files that do not count, and why; null where nothing was recognised in one. */
  readonly problems: readonly { readonly name: string; readonly reason: Sentence | string | null }[]
}

export interface JoinAsk {
  readonly account: string
  readonly at: Instant
  /**
   * The id of this installation, what it wrote last, and when it last began to: its own file is not read, unless somebody else
   * wrote it.
   */
  readonly own: {
    readonly id: string
    readonly written: Written | null
    readonly begun?: Instant | undefined
  }
  readonly files: readonly { readonly name: string; readonly file: File }[]
}

export interface FolderJoined {
  /** How many installations had something new. */
  readonly changed: number
  /** Files that do not count, and why. */
  readonly problems: readonly FolderProblem[]
  /** Somebody else writes under the id of this installation. */
  readonly isTwin: boolean
}

export interface FolderProblem {
  readonly name: string
  readonly reason: Sentence | string
}

/** What can be asked of the worker that reads and writes for the page, and what each gives. */
export interface Jobs {
  /** Reads an input under no zone, and holds what it gave under a name of the page's. */
  readonly read: {
    readonly ask: { readonly input: string; readonly source: Source }
    readonly gives: ReadSummary
    readonly progress: StreamProgress
  }
  /** Keeps inputs that were read, in their order, as one import; with a zone, they are read again under it. */
  readonly keep: {
    readonly ask: {
      readonly account: string
      readonly importId: string
      /** When the reader pressed the button. */
      readonly at: Instant
      readonly inputs: readonly string[]
      readonly zone: Zone | null
    }
    readonly gives: readonly KeptInput[]
    readonly progress: StreamProgress
  }
  /** What the zone of inputs that were read would change, together with what the account has. */
  readonly zones: {
    readonly ask: {
      readonly account: string
      readonly inputs: readonly string[]
      readonly zones: readonly Zone[]
      readonly now: Instant
    }
    readonly gives: ZoneEffect
    readonly progress: never
  }
  /** Takes over what other installations have written into the folder of an account. */
  readonly join: {
    readonly ask: JoinAsk
    readonly gives: FolderJoined
    readonly progress: never
  }
  /** What this installation writes: null where it has seen nothing, or nothing but what is named by the digest. */
  readonly own: {
    readonly ask: {
      readonly account: string
      readonly installation: Installation
      readonly zone: Zone
      readonly at: Instant
      /** Of what it wrote last. */
      readonly unless: string | null
    }
    readonly gives: { readonly file: Blob; readonly digest: string } | null
    readonly progress: never
  }
  /** Compares accounts: those that are kept here, and those of files, which are read for this only. */
  readonly together: {
    readonly ask: TogetherAsk
    readonly gives: Together
    readonly progress: never
  }
  readonly forget: {
    readonly ask: { readonly input: string }
    readonly gives: null
    readonly progress: never
  }
  readonly undo: {
    readonly ask: { readonly account: string; readonly importId: string }
    readonly gives: boolean
    readonly progress: never
  }
  readonly drop: {
    readonly ask: { readonly account: string; readonly ids: readonly string[] }
    readonly gives: readonly string[]
    readonly progress: never
  }
  readonly restore: {
    readonly ask: { readonly account: string; readonly ids: readonly string[] }
    readonly gives: number
    readonly progress: never
  }
}
export type JobKind = keyof Jobs
