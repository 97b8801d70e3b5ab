/** The directory at the end of an archive may be followed by a comment of 64 kB. */
const LONGEST = 22 + 65_535

/** Looks whether an archive ends as one does (PK 5 6), or was cut off before its directory. */
export class ArchiveTail {
  private bytes = new Uint8Array()

  push(bytes: Uint8Array): void {
    const all = new Uint8Array(this.bytes.length + bytes.length)
    all.set(this.bytes)
    all.set(bytes, this.bytes.length)
    this.bytes = all.slice(-LONGEST)
  }

  get isEnd(): boolean {
    for (let at = this.bytes.length - 22; at >= 0; at -= 1)
      if (END.every((byte, index) => this.bytes[at + index] === byte)) return true
    return false
  }
}

const END = [0x50, 0x4b, 5, 6] as const
