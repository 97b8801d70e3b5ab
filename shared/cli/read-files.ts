import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { isPacked } from '../parse/stream-input.ts'
import { decodeText } from './decode-text.ts'

/** The text of a file, the bytes of an archive, or why there is neither. */
export type FileContent =
  { readonly text: string } | { readonly packed: Uint8Array<ArrayBuffer> } | { readonly reason: string }

/**
 * Reads files and standard input. npm runs scripts in the folder of the package; `from` is the folder in which the
 * command was typed, to which its paths are relative.
 */
export function fileReader(from: string): (file: string) => Promise<FileContent> {
  return async (file) => {
    try {
      const bytes = file === '-' ? await buffer(process.stdin) : await readFrom(resolve(from, file))
      if (bytes === null) return { reason: 'is a device, not a file' }
      if (isPacked(bytes)) return { packed: new Uint8Array(bytes) }
      const text = decodeText(bytes)
      return text === null ? { reason: 'is no text (neither UTF-8 nor UTF-16)' } : { text }
    } catch (error) {
      return { reason: reasonOf(error) }
    }
  }
}

/** A pipe is fine (`<(ssh host cat kimi.log)`); a device may never end. */
async function readFrom(path: string): Promise<Uint8Array | null> {
  return (await stat(path)).isCharacterDevice() ? null : readFile(path)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'is a folder, not a file',
  ERR_FS_FILE_TOO_LARGE: 'is too large to be read at once (2 GiB)',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is no text',
  ERR_STRING_TOO_LONG: 'is too large to be read at once',
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? error.message
}
