/** A log in the followed folder, and where in it. */
export interface LogFile {
  readonly path: string
  readonly file: File
}

export interface LogFiles {
  readonly files: readonly LogFile[]
  /** Paths of what could not be opened. */
  readonly unreadable: readonly string[]
}

/** kimi.log and its rotations, kimi-code.log.1, wire.jsonl; context.jsonl is a conversation and never opened. */
const LOG = /^(?:kimi(?:-code)?(?:\.[\w.-]+)?\.log(?:\.\d+)?|wire\.jsonl)$/i
/** Keys, and what belongs to other programs. */
const PASSED_BY: ReadonlySet<string> = new Set([
  'credentials',
  'oauth',
  'node_modules',
  '.git',
  'cache',
  'bin',
])
/** Clients keep ten days of sessions; a folder with more is hardly one of theirs. */
const MAX_FILES = 5_000

/** The logs of Kimi's clients in a folder and those below it, by their names. */
export async function logFilesIn(folder: FileSystemDirectoryHandle): Promise<LogFiles> {
  const files: LogFile[] = []
  const unreadable: string[] = []
  const waiting = [{ handle: folder, path: folder.name }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    try {
      for await (const [name, handle] of next.handle.entries()) {
        const path = `${next.path}/${name}`
        if (handle instanceof FileSystemDirectoryHandle) {
          if (!PASSED_BY.has(name)) waiting.push({ handle, path })
        } else if (handle instanceof FileSystemFileHandle && LOG.test(name) && files.length < MAX_FILES)
          files.push({ path, file: await handle.getFile() })
      }
    } catch {
      unreadable.push(next.path) // it has gone, or may not be read
    }
  }
  return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), unreadable }
}
