/** What the directory at the end of an archive says of one file in it. */
export interface DirectoryEntry {
  readonly name: string
  readonly crc: number
  readonly encrypted: boolean
}

/** More of the end than any directory of the files that are read has: 2,000 names (InflateLimits) of some 400 bytes. */
const LONGEST = 1_000_000

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
  directory(): readonly DirectoryEntry[] | null {
    const tail = new Uint8Array(this.length)
    let at = 0
    for (const chunk of this.chunks) {
      tail.set(chunk, at)
      at += chunk.length
    }
    const end = endOf(tail)
    if (end === null) return null
    const view = new DataView(tail.buffer)
    return entriesFrom(tail, end - view.getUint32(end + 12, true), end)
  }
}

/** `PK 5 6`: 22 bytes, behind which a comment of up to 64 kB may stand. */
function endOf(tail: Uint8Array): number | null {
  const first = Math.max(0, tail.length - 22 - 65_535)
  for (let at = tail.length - 22; at >= first; at -= 1)
    if (END.every((byte, index) => tail[at + index] === byte)) return at
  return null
}

const END = [0x50, 0x4b, 5, 6] as const
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46

/** As many entries as can be read; none of a directory that begins before what was kept. */
function entriesFrom(tail: Uint8Array, from: number, end: number): readonly DirectoryEntry[] {
  const view = new DataView(tail.buffer)
  const entries: DirectoryEntry[] = []
  let at = from
  while (at >= 0 && at + ENTRY_LENGTH <= end && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(tail.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength))
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1
    entries.push({ name, crc: view.getUint32(at + 16, true), encrypted })
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
