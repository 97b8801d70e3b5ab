import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { reasonOf } from './file-reasons.ts'
import type { FileProblem } from './input-files.ts'

/** Endings of what evidence comes in: logs and their rotations, lines of JSON, bodies, texts, archives of these. */
const WANTED = /\.(?:log(?:\.\d+)?|jsonl|ndjson|json|txt|text|md|csv|tsv|gz|zip)$|^kimi\..*\.log$/i
/** Keys and what belongs to other programs; nothing in them is evidence, and a secret need not even be opened. */
const PASSED_BY = new Set(['credentials', 'oauth', 'node_modules', '.git', 'cache', 'bin'])
const SECRET = /credential|oauth|token|secret|^config\.|^mcp\.json$/i

/**
 * The files in a folder and those below it that may hold evidence, by their names, as paths that begin with `name`. A
 * folder that is reached twice, by a link to itself, is read once.
 */
export async function filesInFolder(
  path: string,
  name: string,
): Promise<{ readonly files: readonly string[]; readonly problems: readonly FileProblem[] }> {
  const files: string[] = []
  const problems: FileProblem[] = []
  const seen = new Set<string>()
  const walk = async (folder: string, shown: string): Promise<void> => {
    try {
      const real = await realpath(folder)
      if (seen.has(real)) return
      seen.add(real)
      for (const entry of (await readdir(folder, { withFileTypes: true })).toSorted(byName)) {
        const [inside, label] = [join(folder, entry.name), join(shown, entry.name)]
        const kind = await kindOf(entry, inside)
        if (kind === 'folder' && !PASSED_BY.has(entry.name)) await walk(inside, label)
        else if (kind === 'file' && WANTED.test(entry.name) && !SECRET.test(entry.name)) files.push(label)
      }
    } catch (error) {
      problems.push({ file: shown, reason: reasonOf(error) })
    }
  }
  await walk(path, name)
  return { files, problems }
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1)

/** A link is what it leads to; one that leads nowhere, or in a circle, is nothing. */
async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | null> {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (!entry.isSymbolicLink()) return null
  try {
    const target = await stat(path)
    return target.isFile() ? 'file' : target.isDirectory() ? 'folder' : null
  } catch {
    return null // a broken link holds no evidence, and is nobody's mistake on this command line
  }
}
