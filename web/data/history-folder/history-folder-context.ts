import { createContext, use } from 'react'
import type { Installation } from '../../../shared/evidence/installation.ts'
import type { FromInstallation } from '../../../shared/store/database/schema.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { FolderProblem } from '../intake/jobs.ts'

/** The folder in which the shown account is one history of several machines, and what can be done about it. */
export interface HistoryFolderState {
  /** Null until it first needed an id. */
  readonly installation: Installation | null
  /** The others, as they were read last. */
  readonly others: readonly FromInstallation[]
  /** Null where none was chosen. */
  readonly name: string | null
  /** When this installation wrote last; null: not yet. */
  readonly writtenAt: Instant | null
  /** Whether the browser wants to ask again before the folder is read and written. */
  readonly mustAsk: boolean
  /** Whether changes are told by the browser; else they are looked for. */
  readonly isObserved: boolean
  readonly isBusy: boolean
  /** Files that do not count, by the last look. */
  readonly problems: readonly FolderProblem[]
  /** How many installations had something new at the last look; null before the first. */
  readonly changed: number | null
  /** The account whose folder the chosen one is already: it was not taken. */
  readonly takenBy: string | null
  readonly failure: { readonly error: unknown } | null
  readonly choose: () => Promise<void>
  readonly allow: () => Promise<void>
  readonly look: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Writes for the last time, and stops. */
  readonly retire: () => Promise<void>
  readonly call: (name: string) => Promise<void>
  /** What would be written, to be saved by hand; null where nothing was seen here. */
  readonly write: () => Promise<{ readonly name: string; readonly file: Blob } | null>
  /** Reads files of other installations that were opened by hand. */
  readonly open: (files: readonly File[]) => Promise<void>
  /** Forgets every folder, and who this installation was. */
  readonly forget: () => Promise<void>
}

export const HistoryFolderContext = createContext<HistoryFolderState | null>(null)

export function useHistoryFolder(): HistoryFolderState {
  const folder = use(HistoryFolderContext)
  if (!folder) throw new Error('the console has no folder of a history around it')
  return folder
}
