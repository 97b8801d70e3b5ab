import { Dexie, type Table } from 'dexie'

/** A log of the followed folder as it was read last. */
export interface FollowedFile {
  readonly path: string
  readonly size: number
  /** Its time of change in milliseconds, by the clock of its machine. */
  readonly modified: number
  /** Digests of its first bytes and of its last: a log that goes on from there still has both. */
  readonly head: string
  readonly end: string
  /** The import that it became; null where nothing was in it. */
  readonly importId: string | null
}

/** The folder of logs that the console follows. */
export interface FollowedFolder {
  readonly id: 'logs'
  /** Another one for each time that a folder is chosen. */
  readonly key: string
  readonly handle: FileSystemDirectoryHandle
  /** The history that its logs are kept in. */
  readonly account: string
  readonly files: readonly FollowedFile[]
}

/**
 * Where the console keeps the handle of the folder. A database of its own: a handle belongs to one browser and is no evidence,
 * and no bundle or other machine has a use for it.
 */
export class LogFolderStore extends Dexie {
  private readonly folders: Table<FollowedFolder, string>

  constructor(name = 'quotascope-log-folder') {
    super(name)
    this.version(1).stores({ folders: 'id' })
    this.folders = this.table('folders')
  }

  read(): Promise<FollowedFolder | undefined> {
    return this.folders.get('logs')
  }

  async choose(folder: FollowedFolder): Promise<void> {
    await this.folders.put(folder)
  }

  /** Notes what has been read of the folder with this key; nothing where another one is followed by now. */
  async note(key: string, files: readonly FollowedFile[]): Promise<void> {
    await this.folders
      .where('id')
      .equals('logs')
      .filter((folder) => folder.key === key)
      .modify({ files })
  }

  async forget(): Promise<void> {
    await this.folders.clear()
  }
}
