import {
  installationFile,
  isOfInstallation,
  isPartOfInstallation,
  type Installation,
} from '../../../shared/evidence/installation.ts'
import type { HistoryFolder, HistoryFolderStore } from '../../../shared/store/history-folder.ts'
import type { FileStamp } from '../../../shared/store/database/schema.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { may } from '../folder/folder-access.ts'
import type { IntakeClient } from '../intake/intake-client.ts'
import type { FolderJoined } from '../intake/jobs.ts'

/** What it takes to read and write the folder. */
export interface FolderTools {
  readonly store: HistoryFolderStore
  readonly intake: IntakeClient
  readonly clock: Clock
}

/** One tab reads or writes at a time. */
const LOCK = 'quotascope-history-folder'

/** Runs work on the folder of an account; null where there is none, or where the browser wants to ask first. */
const withFolder = <Result>(
  { store }: FolderTools,
  account: string,
  work: (folder: HistoryFolder) => Promise<Result>,
): Promise<Result | null> =>
  navigator.locks.request(LOCK, async () => {
    const folder = await store.folder(account)
    return folder && (await may('readwrite', folder.handle)) ? work(folder) : null
  })

/** Reads what others have written. Null where the browser wants to ask first. */
export const readOthers = (tools: FolderTools, account: string): Promise<FolderJoined | null> =>
  withFolder(tools, account, async ({ handle, written }) => {
    const { store, intake, clock } = tools
    const files: { name: string; file: File }[] = []
    for await (const [name, entry] of handle.entries())
      if (entry instanceof FileSystemFileHandle && (isOfInstallation(name) || isPartOfInstallation(name)))
        files.push({ name, file: await entry.getFile() })
    const join = async () => {
      const { id } = await store.known(crypto.randomUUID())
      const now = await store.folder(account)
      const own = { id, written: now?.written ?? written, begun: now?.begun }
      return intake.do('join', { account, at: clock.now(), own, files })
    }
    const joined = await join()
    if (!joined.isTwin) return joined
    await store.becomeAnother(crypto.randomUUID())
    return join()
  })

/**
 * Writes what this installation saw, if that or its name has changed since it last did, and at most once a minute. Gives
 * after how many milliseconds to try again, or null where nothing is left to be written.
 */
export const writeOwn = (tools: FolderTools, account: string): Promise<number | null> =>
  withFolder(tools, account, async (folder) => {
    const { store, clock } = tools
    const since = clock.now() - (folder.written?.at ?? -Infinity)
    // a clock that was put back is no reason to wait for it
    if (since >= 0 && since < MINUTE) return MINUTE - since
    await writeFile(tools, folder, await store.known(crypto.randomUUID()))
    return null
  })

/** Writes without waiting: under another name, or, retired, for the last time. */
export const writeAtOnce = async (
  tools: FolderTools,
  account: string,
  state: Pick<Installation, 'retired'> = {},
): Promise<void> => {
  await withFolder(tools, account, async (folder) => {
    await writeFile(tools, folder, { ...(await tools.store.known(crypto.randomUUID())), ...state })
  })
}

async function writeFile(
  { store, intake, clock }: FolderTools,
  folder: HistoryFolder,
  installation: Installation,
): Promise<void> {
  const { account, handle, written } = folder
  const at = clock.now()
  const name = installationFile(installation.id)
  const isThere = written !== null && (await stampOf(handle, name))?.modified === written.file.modified
  const unless = isThere ? written.digest : null
  const own = await intake.do('own', { account, installation, zone: clock.zone(), at, unless })
  if (!own) return
  const file = await handle.getFileHandle(name, { create: true })
  await store.note(folder, { begun: at })
  // the browser writes beside the file, and puts it in place when it is closed: whole or not at all
  const stream = await file.createWritable()
  try {
    await stream.write(own.file)
    await stream.close()
  } catch (error) {
    await stream.abort().catch(() => {})
    throw error
  }
  const stamp = await stampOf(handle, name)
  if (stamp) await store.note(folder, { written: { at, digest: own.digest, file: stamp } })
}

/** Null for a file that is not there. */
async function stampOf(folder: FileSystemDirectoryHandle, name: string): Promise<FileStamp | null> {
  const handle = await folder.getFileHandle(name).catch(() => null)
  const file = await handle?.getFile()
  return file ? { name, size: file.size, modified: file.lastModified } : null
}
