import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { LEFT_OVER_AFTER } from '../evidence/installation.ts'

/**
 * Writes a file whole or not at all: beside it first, then in its place, so that a full disk or Ctrl+C leaves what was
 * there; what a run that was killed has left beside it goes. A pipe or device is written to as it is. What comes in lines is
 * written as it comes. Throws what the system says.
 */
export async function writeWhole(path: string, text: string | Iterable<string>): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (there && !there.isFile()) return writeFile(path, text)
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  try {
    const file = await open(beside, 'w', there?.mode ?? 0o666)
    try {
      for (const piece of typeof text === 'string' ? [text] : text) await file.writeFile(piece) // each goes behind the last
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
    await removeLeftOver(path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/**
 * Another run may be writing just now: only what is much older than what was just written is left over. What cannot be
 * removed does no harm.
 */
async function removeLeftOver(path: string): Promise<void> {
  const [folder, name] = [dirname(path), basename(path)]
  const isPart = (entry: string) =>
    entry.startsWith(`.${name}.`) && /^\d+\.part$/.test(entry.slice(name.length + 2))
  try {
    const { mtimeMs: now } = await stat(path)
    for (const entry of (await readdir(folder)).filter(isPart)) {
      const part = join(folder, entry)
      if (now - (await stat(part)).mtimeMs > LEFT_OVER_AFTER) await rm(part)
    }
  } catch {
    return
  }
}

/** The same for a file of our own, whose folder may not be there yet. */
export async function keepWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeWhole(path, text)
}
