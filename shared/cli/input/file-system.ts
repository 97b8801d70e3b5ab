import { open, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { reasonOf } from './file-reasons.ts'
import { filesInFolder } from './files-in-folder.ts'
import type { InputFiles, NamedInput, OpenedFile } from './input-files.ts'
import { readAhead } from './read-ahead.ts'

/** What is no larger is read at once: a folder may hold a hundred thousand of these. */
const SMALL = 64 * 1024

/**
 * The files of this machine. Names are relative to `from`: npm runs scripts in the folder of the package, and the command
 * may have been typed in another one.
 */
export function fileSystem(from: string): InputFiles {
  return {
    look: (name) => (name === '-' ? Promise.resolve({ kind: 'file' }) : look(resolve(from, name), name)),
    open: (name) =>
      name === '-'
        ? Promise.resolve({ stream: Readable.toWeb(process.stdin), size: null })
        : openFile(resolve(from, name)),
  }
}

async function look(path: string, name: string): Promise<NamedInput> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return { kind: 'folder', ...(await filesInFolder(path, name)) }
    // A pipe is fine (`<(ssh host cat kimi.log)`); a device may never end.
    if (found.isCharacterDevice() || found.isBlockDevice())
      return { kind: 'none', reason: 'is a device, not a file' }
    return found.isSocket() ? { kind: 'none', reason: 'is a socket, not a file' } : { kind: 'file' }
  } catch (error) {
    return { kind: 'none', reason: reasonOf(error) }
  }
}

const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })

async function openFile(path: string): Promise<OpenedFile> {
  try {
    const file = await open(path)
    const { size } = await file.stat()
    if (size > 0 && size <= SMALL) {
      try {
        return { stream: streamOf(await file.readFile()), size }
      } finally {
        await file.close()
      }
    }
    return { stream: readAhead(file), size: size > 0 ? size : null }
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}
