import type { FollowedFile } from '../../../shared/store/log-folder.ts'
import type { LogFile } from './log-files.ts'

/** What is done with the logs that have changed. */
export interface FolderWork {
  /** Reads a log and keeps what is in it. The name of the import; null where nothing was in it. */
  readonly keep: (log: LogFile) => Promise<string | null>
  /** Takes an import back of which a later one has everything. */
  readonly undo: (importId: string) => Promise<void>
  /** Notes what has been read so far. */
  readonly note: (files: readonly FollowedFile[]) => Promise<void>
}

export interface ChangedRead {
  /** How many logs had changed, and were read. */
  readonly read: number
  readonly unreadable: readonly string[]
}

/**
 * Reads the logs of a folder that are new or have changed since they were read last; the others are not opened. A log that
 * has grown is one import, not one more each time: the earlier one is taken back once the later one is kept. One that was
 * rotated or written anew is another log, and what it told before stays.
 */
export async function readChanged(
  logs: readonly LogFile[],
  known: readonly FollowedFile[],
  { keep, undo, note }: FolderWork,
): Promise<ChangedRead> {
  const files = new Map(known.map((file) => [file.path, file]))
  const unreadable: string[] = []
  let read = 0
  for (const log of logs) {
    const before = files.get(log.path)
    if (before && isUnchanged(before, log.file)) continue
    try {
      const importId = await keep(log)
      if (before?.importId && importId !== null && (await hasGrown(before, log.file)))
        await undo(before.importId)
      files.set(log.path, await noteOf(log, importId))
      await note([...files.values()])
      read += 1
    } catch (error) {
      if (!isGone(error)) throw error
      unreadable.push(log.path)
    }
  }
  return { read, unreadable }
}

const isUnchanged = ({ size, modified }: FollowedFile, file: File) =>
  size === file.size && modified === file.lastModified

/** Rotated away, or locked, between being listed and being read: the next look finds what is there then. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotFoundError' || error.name === 'NotReadableError')

/** How many bytes of either end tell whether a file goes on from what it was. */
const END = 4096

async function noteOf({ path, file }: LogFile, importId: string | null): Promise<FollowedFile> {
  const { size, lastModified: modified } = file
  return { path, size, modified, importId, ...(await endsOf(file, size)) }
}

async function hasGrown(before: FollowedFile, file: File): Promise<boolean> {
  if (file.size < before.size) return false
  const { head, end } = await endsOf(file, before.size)
  return head === before.head && end === before.end
}

/** Of the first `size` bytes of a file. */
async function endsOf(file: File, size: number): Promise<Pick<FollowedFile, 'head' | 'end'>> {
  return {
    head: await digestOf(file.slice(0, Math.min(END, size))),
    end: await digestOf(file.slice(Math.max(0, size - END), size)),
  }
}

async function digestOf(part: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await part.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
