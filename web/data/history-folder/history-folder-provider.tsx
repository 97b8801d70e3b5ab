import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { HistoryFolderStore } from '../../../shared/store/history-folder.ts'
import { installationsOf } from '../../../shared/store/read-installations.ts'
import { useHost } from '../../app/host-context.ts'
import { accountForImports, usePreferences } from '../../state/preferences.ts'
import { may } from '../folder/folder-access.ts'
import { followFolder } from '../folder/follow-folder.ts'
import { useIntakeWorker } from '../intake-context.ts'
import { useStore } from '../store-context.ts'
import { actionsOf } from './folder-actions.ts'
import { HistoryFolderContext, type HistoryFolderState } from './history-folder-context.ts'
import { useSync } from './use-sync.ts'
import { useWriteAfterChange } from './use-write-after-change.ts'

/** Keeps the shown account one history with other machines, on whatever page of the console. */
export function HistoryFolderProvider({ children }: { readonly children: ReactNode }) {
  const { clock } = useHost()
  const intake = useIntakeWorker()
  const evidence = useStore()
  const account = usePreferences(accountForImports)
  const [store] = useState(() => new HistoryFolderStore())
  const tools = useMemo(() => ({ store, intake, clock }), [store, intake, clock])
  const folder = useLiveQuery(() => store.folder(account).catch(() => undefined), [store, account])
  const installation = useLiveQuery(() => store.installation().catch(() => undefined), [store])
  const others = useLiveQuery(
    () => installationsOf(evidence, account).catch(() => []),
    [evidence, account],
    [],
  )
  const { state, ...sync } = useSync(tools, account)
  const { look, write } = sync
  const [isObserved, setIsObserved] = useState(false)
  const key = folder?.account === account ? folder.key : null
  const { mustAsk } = state
  useEffect(() => {
    if (key === null) return undefined
    const readable = async () => {
      const found = await store.folder(account).catch(() => undefined)
      return found?.key === key && (await may('readwrite', found.handle)) ? found.handle : null
    }
    return followFolder(mustAsk ? null : readable, look, setIsObserved)
  }, [key, mustAsk, store, account, look])
  useWriteAfterChange(evidence, account, key !== null && !mustAsk, write)

  const value: HistoryFolderState = {
    ...state,
    installation: installation ?? null,
    others,
    name: key === null ? null : (folder?.handle.name ?? null),
    writtenAt: folder?.written?.at ?? null,
    isObserved,
    look,
    ...actionsOf(tools, account, sync),
  }
  return <HistoryFolderContext value={value}>{children}</HistoryFolderContext>
}
