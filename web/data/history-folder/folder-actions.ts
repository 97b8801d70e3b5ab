import { installationFile } from '../../../shared/evidence/installation.ts'
import { askFor, pickFolder } from '../folder/folder-access.ts'
import type { HistoryFolderState } from './history-folder-context.ts'
import { writeAtOnce, type FolderTools } from './sync-folder.ts'
import type { Sync, SyncState } from './use-sync.ts'

type Actions = Omit<
  HistoryFolderState,
  keyof SyncState | 'installation' | 'others' | 'name' | 'writtenAt' | 'isObserved' | 'look'
>

/** What the reader can do. */
export function actionsOf(tools: FolderTools, account: string, { attempt, change, look }: Sync): Actions {
  const { store, intake, clock } = tools
  const known = () => store.known(crypto.randomUUID())
  return {
    choose: () =>
      attempt(async () => {
        const handle = await pickFolder('quotascope-history', 'readwrite')
        if (!handle) return
        const takenBy = await store.sharedWith(account, handle)
        change({ takenBy })
        if (takenBy !== null) return
        await known()
        await store.choose({ account, key: crypto.randomUUID(), handle, written: null })
      }),
    allow: async () => {
      const folder = await store.folder(account)
      if (folder && (await askFor('readwrite', folder.handle))) await look()
    },
    stop: () => attempt(() => store.forget(account)),
    retire: () =>
      attempt(async () => {
        await writeAtOnce(tools, account, { retired: true })
        await store.forget(account)
      }),
    call: (name) =>
      attempt(async () => {
        await store.call(name, crypto.randomUUID())
        await writeAtOnce(tools, account)
      }),
    write: async () => {
      const installation = await known()
      const ask = { account, installation, zone: clock.zone(), at: clock.now(), unless: null }
      const own = await intake.do('own', ask)
      return own && { name: installationFile(installation.id), file: own.file }
    },
    open: (files) =>
      attempt(async () => {
        const own = { id: (await known()).id, written: null }
        const opened = files.map((file) => ({ name: file.name, file }))
        const { problems, changed } = await intake.do('join', {
          account,
          at: clock.now(),
          own,
          files: opened,
        })
        change({ problems, changed })
      }),
    forget: () => store.forgetAll(),
  }
}
