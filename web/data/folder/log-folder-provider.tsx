import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { LogFolderStore } from '../../../shared/store/log-folder.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { useHost } from '../../app/host-context.ts'
import { accountForImports, usePreferences } from '../../state/preferences.ts'
import { useIntakeWorker } from '../intake-context.ts'
import type { IntakeClient } from '../intake/intake-client.ts'
import { askFor, may, pickFolder } from './folder-access.ts'
import { followFolder } from './follow-folder.ts'
import { keepLog } from './keep-log.ts'
import { logFilesIn } from './log-files.ts'
import { LogFolderContext, type LogFolder } from './log-folder-context.ts'
import { readChanged, type ChangedRead } from './read-changed.ts'

/** One tab reads at a time. */
const LOCK = 'quotascope-log-folder'

/** Follows the folder of logs that the reader has chosen, on whatever page of the console. */
export function LogFolderProvider({ children }: { readonly children: ReactNode }) {
  const intake = useIntakeWorker()
  const { clock } = useHost()
  const account = usePreferences(accountForImports)
  const [store] = useState(() => new LogFolderStore())
  const folder = useLiveQuery(() => store.read().catch(() => undefined), [store])
  const [state, setState] = useState<LookState>(NOT_LOOKED)
  const [isObserved, setIsObserved] = useState(false)

  const look = useCallback(async () => {
    setState((before) => ({ ...before, isBusy: true, failure: null }))
    try {
      const last = await readFolder(store, intake, clock.now)
      setState((before) => ({ ...before, mustAsk: last === null, last: last ?? before.last }))
    } catch (error) {
      setState((before) => ({ ...before, failure: { error } }))
    } finally {
      setState((before) => ({ ...before, isBusy: false }))
    }
  }, [store, intake, clock])

  const key = folder?.key ?? null
  const { mustAsk } = state
  useEffect(() => {
    if (key === null) return undefined
    return followFolder(mustAsk ? null : () => handleOf(store, key), look, setIsObserved)
  }, [key, mustAsk, store, look])

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      setState((before) => ({ ...before, failure: { error } }))
    }
  }
  const value: LogFolder = {
    ...state,
    name: folder?.handle.name ?? null,
    logs: folder?.files.length ?? 0,
    isObserved,
    look,
    choose: () =>
      attempt(async () => {
        const handle = await pickFolder('kimi-logs', 'read')
        if (!handle) return
        setState(NOT_LOOKED)
        await store.choose({ id: 'logs', key: crypto.randomUUID(), handle, account, files: [] })
      }),
    allow: () =>
      attempt(async () => {
        if (folder && (await askFor('read', folder.handle))) await look()
      }),
    stop: () =>
      attempt(async () => {
        await store.forget()
        setState(NOT_LOOKED)
      }),
  }
  return <LogFolderContext value={value}>{children}</LogFolderContext>
}

type LookState = Pick<LogFolder, 'mustAsk' | 'isBusy' | 'last' | 'failure'>

const NOT_LOOKED: LookState = { mustAsk: false, isBusy: false, last: null, failure: null }

/** Null where the browser wants to ask first. */
const readFolder = (
  store: LogFolderStore,
  intake: IntakeClient,
  now: () => Instant,
): Promise<ChangedRead | null> =>
  navigator.locks.request(LOCK, async () => {
    const folder = await store.read()
    if (!folder) return { read: 0, unreadable: [] }
    const { key, handle, account, files } = folder
    if (!(await may('read', handle))) return null
    const found = await logFilesIn(handle)
    const done = await readChanged(found.files, files, {
      keep: (log) => keepLog(log, intake, account, now()),
      undo: async (importId) => {
        await intake.do('undo', { account, importId })
      },
      note: (noted) => store.note(key, noted),
    })
    return { ...done, unreadable: [...found.unreadable, ...done.unreadable] }
  })

/** The folder with this key; null where another one is followed by now. */
async function handleOf(store: LogFolderStore, key: string): Promise<FileSystemDirectoryHandle | null> {
  const folder = await store.read().catch(() => undefined)
  return folder?.key === key ? folder.handle : null
}
