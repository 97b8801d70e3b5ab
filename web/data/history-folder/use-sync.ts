import { useCallback, useState } from 'react'
import type { HistoryFolderState } from './history-folder-context.ts'
import { readOthers, writeOwn, type FolderTools } from './sync-folder.ts'

/** How it stands with the folder. */
export type SyncState = Pick<
  HistoryFolderState,
  'mustAsk' | 'isBusy' | 'problems' | 'changed' | 'failure' | 'takenBy'
>

const NOT_LOOKED: SyncState = {
  mustAsk: false,
  isBusy: false,
  problems: [],
  changed: null,
  failure: null,
  takenBy: null,
}

/** What reads and writes the folder of an account, and keeps how it went. */
export interface Sync {
  readonly change: (part: Partial<SyncState>) => void
  /** Runs work, and keeps what fails. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>
  readonly look: () => Promise<void>
  /** Gives after how many milliseconds to write again; null where nothing is left to be written. */
  readonly write: () => Promise<number | null>
}

export function useSync(tools: FolderTools, account: string): Sync & { readonly state: SyncState } {
  const [held, setHeld] = useState({ account, state: NOT_LOOKED })
  const state = held.account === account ? held.state : NOT_LOOKED
  const change = useCallback(
    (part: Partial<SyncState>) =>
      setHeld((before) => ({
        account,
        state: { ...(before.account === account ? before.state : NOT_LOOKED), ...part },
      })),
    [account],
  )
  const attempt = useCallback(
    async (work: () => Promise<void>) => {
      change({ isBusy: true, failure: null })
      try {
        await work()
      } catch (error) {
        change({ failure: { error } })
      } finally {
        change({ isBusy: false })
      }
    },
    [change],
  )

  const look = useCallback(
    () =>
      attempt(async () => {
        const joined = await readOthers(tools, account)
        if (joined) change({ mustAsk: false, problems: joined.problems, changed: joined.changed })
        else change({ mustAsk: (await tools.store.folder(account)) !== undefined })
      }),
    [attempt, change, tools, account],
  )
  const write = useCallback(async () => {
    try {
      return await writeOwn(tools, account)
    } catch (error) {
      change({ failure: { error } })
      return null
    }
  }, [change, tools, account])
  return { state, change, attempt, look, write }
}
