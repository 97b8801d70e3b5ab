/** A file, and where in a dropped folder it lay: `session/kimi.log`. */
interface FoundFile {
  readonly name: string
  readonly file: File
}

export interface FoundFiles {
  readonly files: readonly FoundFile[]
  /** Names of what could not be opened. */
  readonly unreadable: readonly string[]
  readonly leftOut: LeftOut
}

/** How many files there were beyond those that are taken. */
export interface LeftOut {
  readonly count: number
  /** Counting was given up: there are more. */
  readonly andMore: boolean
}

export const NONE_LEFT_OUT: LeftOut = { count: 0, andMore: false }

/** A folder with more files than this is hardly one of logs, and a screen could not show them. */
export const MAX_FILES = 500
/** What is left out is counted up to here: a folder of a million files would take minutes. */
const MAX_COUNTED = 10_000

/** Files that were picked; those of a folder carry their path. */
export function pickedFiles(picked: Iterable<File>): FoundFiles {
  const all = [...picked]
  return {
    files: all.slice(0, MAX_FILES).map((file) => ({ name: file.webkitRelativePath || file.name, file })),
    unreadable: [],
    leftOut: { count: Math.max(0, all.length - MAX_FILES), andMore: false },
  }
}

/** All files that were dropped, those inside of folders too. The entries must be taken while the drop is dealt with. */
export async function droppedFiles(entries: readonly FileSystemEntry[]): Promise<FoundFiles> {
  const files: FoundFile[] = []
  const unreadable: string[] = []
  const waiting = [...entries]
  let count = 0
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    try {
      if (isFolder(entry)) for (const each of await entriesOf(entry)) waiting.push(each)
      else if (isFile(entry) && files.length < MAX_FILES)
        files.push({ name: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry) })
      else if (count === MAX_COUNTED) return { files, unreadable, leftOut: { count, andMore: true } }
      else count += 1
    } catch {
      unreadable.push(entry.name) // it has gone, or may not be read
    }
  }
  return { files, unreadable, leftOut: { count, andMore: false } }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })

/** A reader gives at most a hundred entries at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0) return all
    all.push(...some)
  }
}
