import { strFromU8 } from 'fflate'

/** What the directory at the end of an archive says of one file in it. */
interface DirectoryEntry {
  readonly name: string
  readonly crc: number
  readonly encrypted: boolean
}

/** More of the end than any directory of the files that are read has: 2,000 names (InflateLimits) of some 400 bytes. */
const LONGEST = 1_000_000

/** What the directory of an archive says. */
export interface ArchiveDirectory {
  readonly entries: readonly DirectoryEntry[]
  /** Whether these are all that it has; not of one that is longer than what was kept, or as long as 4 GB need. */
  readonly isWhole: boolean
}

/** Keeps the end of an archive, which says whether it is whole and what was packed in it. */
export class ArchiveTail {
  private chunks: Uint8Array[] = []
  private length = 0

  push(bytes: Uint8Array): void {
    this.chunks.push(bytes)
    this.length += bytes.length
    for (let first = this.chunks[0]; first && this.length - first.length >= LONGEST; first = this.chunks[0]) {
      this.chunks.shift()
      this.length -= first.length
    }
  }

  /** The files in the order of the directory; null where the archive was cut off before its end. */
  directory(): ArchiveDirectory | null {
    const tail = new Uint8Array(this.length)
    let at = 0
    for (const chunk of this.chunks) {
      tail.set(chunk, at)
      at += chunk.length
    }
    const end = endOf(tail)
    if (end === null) return null
    const view = new DataView(tail.buffer)
    const entries = entriesFrom(tail, end - view.getUint32(end + 12, true), end)
    return { entries, isWhole: entries.length === view.getUint16(end + 10, true) }
  }
}

/**
 * `PK 5 6`: 22 bytes, behind which a comment of up to 64 kB may stand, which may look like another; of two the one whose
 * comment ends with the archive.
 */
function endOf(tail: Uint8Array): number | null {
  const view = new DataView(tail.buffer)
  const first = Math.max(0, tail.length - 22 - 65_535)
  let last: number | null = null
  for (let at = tail.length - 22; at >= first; at -= 1) {
    if (!END.every((byte, index) => tail[at + index] === byte)) continue
    if (at + 22 + view.getUint16(at + 20, true) === tail.length) return at
    last ??= at
  }
  return last
}

const END = [0x50, 0x4b, 5, 6] as const
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const ENCRYPTED = 1
const UTF_8 = 0x800

/** As many entries as can be read; none of a directory that begins before what was kept. */
function entriesFrom(tail: Uint8Array, from: number, end: number): readonly DirectoryEntry[] {
  const view = new DataView(tail.buffer)
  const entries: DirectoryEntry[] = []
  let at = from
  while (at >= 0 && at + ENTRY_LENGTH <= end && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true)
    const flags = view.getUint16(at + 8, true)
    const encrypted = (flags & ENCRYPTED) !== 0
    // the file itself is called so by what unpacks it
    const written = tail.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)
    const name = strFromU8(written, (flags & UTF_8) === 0)
    entries.push({ name, crc: view.getUint32(at + 16, true), encrypted })
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
