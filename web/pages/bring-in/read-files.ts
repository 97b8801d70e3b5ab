import type { Staged } from './staged.ts'

/** Files larger than this are not read at once in a page (a year of usage history is about 30 MB). */
export const LARGEST_FILE = 256_000_000

export interface ReadFiles {
  readonly staged: readonly Staged[]
  /** Names of files that were too large or could not be read. */
  readonly refused: readonly { readonly name: string; readonly reason: 'large' | 'unreadable' }[]
}

/** The texts of files that were picked or dropped. */
export async function readFiles(files: Iterable<File>): Promise<ReadFiles> {
  const staged: Staged[] = []
  const refused: { name: string; reason: 'large' | 'unreadable' }[] = []
  for (const file of files) {
    if (file.size > LARGEST_FILE) {
      refused.push({ name: file.name, reason: 'large' })
      continue
    }
    try {
      staged.push({ name: file.name, via: 'file', body: await file.text() })
    } catch {
      refused.push({ name: file.name, reason: 'unreadable' }) // a folder, or a file that has gone
    }
  }
  return { staged, refused }
}
