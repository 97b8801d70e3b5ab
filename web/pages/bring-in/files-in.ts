/** A file, and where in a dropped folder it lay: `session/kimi.log`. */
export interface FoundFile {
  readonly name: string
  readonly file: File
}

export interface FoundFiles {
  readonly files: readonly FoundFile[]
  /** Names of what could not be opened. */
  readonly unreadable: readonly string[]
}

/** A folder with more files than this is hardly one of logs, and a screen could not show them. */
export const MOST_FILES = 500

/** Files that were picked; those of a folder carry their path. */
export const pickedFiles = (files: Iterable<File>): FoundFiles => ({
  files: [...files]
    .slice(0, MOST_FILES)
    .map((file) => ({ name: file.webkitRelativePath || file.name, file })),
  unreadable: [],
})

/** All files that were dropped, those inside of folders too. The entries must be taken while the drop is dealt with. */
export async function droppedFiles(entries: readonly FileSystemEntry[]): Promise<FoundFiles> {
  const files: FoundFile[] = []
  const unreadable: string[] = []
  const waiting = [...entries]
  for (let entry = waiting.shift(); entry && files.length < MOST_FILES; entry = waiting.shift()) {
    try {
      if (isFile(entry)) files.push({ name: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry) })
      else if (isFolder(entry)) waiting.push(...(await entriesOf(entry)))
    } catch {
      unreadable.push(entry.name) // it has gone, or may not be read
    }
  }
  return { files, unreadable }
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
