import { open, stat } from 'node:fs/promises'
import type { BigIntStats } from 'node:fs'

const CHUNK = 1024 * 1024

/** How far a file has been read. A file is known by its device and inode: a log that is rotated keeps them under its new name. */
export interface TailPlace {
  readonly key: string
  readonly offset: number
  /** The last line, of which the end has not been written yet. */
  readonly rest: Buffer
}

export interface NewLines {
  readonly place: TailPlace
  readonly lines: readonly string[]
  /** The file is not the one that was read before under this place, or was written anew. */
  readonly isNew: boolean
}

/**
 * What has been added to a file since it was read last, in whole lines. `places` has those of all files that are followed.
 * Null where the file has gone. Throws what the system says.
 */
export async function readNewLines(
  path: string,
  places: ReadonlyMap<string, TailPlace>,
): Promise<NewLines | null> {
  const found = await statOf(path)
  if (!found) return null
  const key = `${found.dev}:${found.ino}`
  const known = places.get(key)
  const size = Number(found.size)
  const isNew = known === undefined || size < known.offset
  const from = isNew ? { offset: 0, rest: Buffer.alloc(0) } : known
  const added = await readFrom(path, from.offset, size)
  const text = Buffer.concat([from.rest, added])
  const end = text.lastIndexOf(0x0a) + 1
  const whole = text.subarray(0, end).toString('utf8')
  return {
    place: { key, offset: from.offset + added.length, rest: Buffer.from(text.subarray(end)) },
    lines: whole === '' ? [] : whole.slice(0, -1).split(/\r?\n/),
    isNew,
  }
}

async function statOf(path: string): Promise<BigIntStats | null> {
  try {
    return await stat(path, { bigint: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function readFrom(path: string, from: number, to: number): Promise<Buffer> {
  if (from >= to) return Buffer.alloc(0)
  const file = await open(path)
  try {
    const parts: Buffer[] = []
    for (let at = from; at < to;) {
      const { bytesRead, buffer } = await file.read(
        Buffer.alloc(Math.min(CHUNK, to - at)),
        0,
        Math.min(CHUNK, to - at),
        at,
      )
      if (bytesRead === 0) break
      parts.push(buffer.subarray(0, bytesRead))
      at += bytesRead
    }
    return Buffer.concat(parts)
  } finally {
    await file.close()
  }
}
