import { createContext, use } from 'react'

/** The folder of logs that is followed, and what can be done about it. What fails is in `failure`. */
export interface LogFolder {
  /** Null where none is followed. */
  readonly name: string | null
  /** Logs that have been read in it. */
  readonly logs: number
  /** Whether the browser wants to ask again before the folder is read. */
  readonly mustAsk: boolean
  /** Whether changes are told by the browser; else they are looked for. */
  readonly isObserved: boolean
  readonly isBusy: boolean
  /** What the last look gave; null before the first. */
  readonly last: { readonly read: number; readonly unreadable: readonly string[] } | null
  readonly failure: { readonly error: unknown } | null
  readonly choose: () => Promise<void>
  readonly allow: () => Promise<void>
  readonly look: () => Promise<void>
  readonly stop: () => Promise<void>
}

export const LogFolderContext = createContext<LogFolder | null>(null)

export function useLogFolder(): LogFolder {
  const folder = use(LogFolderContext)
  if (!folder) throw new Error('the console has no folder of logs around it')
  return folder
}
