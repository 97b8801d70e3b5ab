import { Dexie, type Table } from 'dexie'
import type { Installation } from '../evidence/installation.ts'
import type { Instant } from '../time/instant.ts'
import type { FileStamp } from './database/schema.ts'

/** What this installation wrote last. */
export interface Written {
  readonly at: Instant
  /** Of all its evidence, and of what it calls itself. */
  readonly digest: string
  readonly file: FileStamp
}

/** The folder in which an account's history is one of several machines. */
export interface HistoryFolder {
  readonly account: string
  /** Another one for each time that a folder is chosen. */
  readonly key: string
  readonly handle: FileSystemDirectoryHandle
  /** Null: nothing yet. */
  readonly written: Written | null
  /** When it last began to write: a file of that time is its own, even where the browser was closed before it was noted. */
  readonly begun?: Instant
}

/**
 * Where the console keeps what this installation is called and which folder it writes into. A database of its own, as of
 * the folder of logs: both belong to one browser and are no evidence.
 */
export class HistoryFolderStore extends Dexie {
  private readonly folders: Table<HistoryFolder, string>
  private readonly own: Table<Installation & { readonly key: 'own' }, string>

  constructor(name = 'quotascope-history-folder') {
    super(name)
    this.version(1).stores({ folders: 'account', own: 'key' })
    this.folders = this.table('folders')
    this.own = this.table('own')
  }

  /** Undefined until it first needed an id. */
  async installation(): Promise<Installation | undefined> {
    const own = await this.own.get('own')
    return own && { id: own.id, name: own.name }
  }

  /** What it is called from now on; `id` is what it gets where it has none. */
  call(name: string | null, id: string): Promise<Installation> {
    return this.transaction('rw', this.own, async () => {
      const called = { id: (await this.own.get('own'))?.id ?? id, name }
      await this.own.put({ key: 'own', ...called })
      return called
    })
  }

  /** This installation, with an id made at the first need. */
  known(id: string): Promise<Installation> {
    return this.transaction('rw', this.own, async () => (await this.installation()) ?? this.call(null, id))
  }

  /** Makes it another installation: somebody else, a copy of this browser's profile, writes under its id. */
  becomeAnother(id: string): Promise<void> {
    return this.transaction('rw', this.own, this.folders, async () => {
      await this.own.put({ key: 'own', id, name: (await this.installation())?.name ?? null })
      await this.folders.toCollection().modify({ written: null, begun: undefined })
    })
  }

  folder(account: string): Promise<HistoryFolder | undefined> {
    return this.folders.get(account)
  }

  /** The account, other than this one, that is kept in the same folder; null where there is none. */
  async sharedWith(account: string, handle: FileSystemDirectoryHandle): Promise<string | null> {
    for (const folder of await this.folders.toArray())
      if (folder.account !== account && (await folder.handle.isSameEntry(handle))) return folder.account
    return null
  }

  async choose(folder: HistoryFolder): Promise<void> {
    await this.folders.put(folder)
  }

  /** Notes what was written into the folder with this key, or is about to be; nothing where it is another one by now. */
  async note(
    { account, key }: HistoryFolder,
    note: Pick<Required<HistoryFolder>, 'begun'> | { readonly written: Written },
  ): Promise<void> {
    await this.folders
      .where('account')
      .equals(account)
      .filter((folder) => folder.key === key)
      .modify(note)
  }

  async forget(account: string): Promise<void> {
    await this.folders.delete(account)
  }

  /** Forgets every folder, and who this installation was. */
  async forgetAll(): Promise<void> {
    await this.folders.clear()
    await this.own.clear()
  }
}
