import { Crc32 } from '../../evidence/crc32.ts'

/** Behind each member: its checksum and its length, four bytes each (RFC 1952). */
const TRAILER = 8

/**
 * Holds what a gzip file unpacks to against the checksums behind its members. Which bytes were packed and what came of
 * them are told as they come; `wrong` becomes true when a member is not what was packed.
 */
export class GzipTrailer {
  wrong = false
  private crc = new Crc32()
  /** The packed bytes that came last, and where in the file they begin: a trailer may lie across two pieces. */
  private packed = new Uint8Array()
  private start = 0

  addPacked(bytes: Uint8Array): void {
    const kept = this.packed.subarray(Math.max(0, this.packed.length - TRAILER))
    this.start += this.packed.length - kept.length
    const joined = new Uint8Array(kept.length + bytes.length)
    joined.set(kept)
    joined.set(bytes, kept.length)
    this.packed = joined
  }

  addUnpacked(bytes: Uint8Array): void {
    this.crc.push(bytes)
  }

  /** The member ended before byte `end` of the file; without `end`, with the file. */
  endMember(end = this.start + this.packed.length): void {
    const at = end - this.start - TRAILER
    // Headers that lie across pieces hide the trailer before them; nothing is known of that member then.
    if (at >= 0 && at + TRAILER <= this.packed.length) {
      const view = new DataView(this.packed.buffer, this.packed.byteOffset + at, TRAILER)
      const isSame =
        view.getUint32(0, true) === this.crc.value && view.getUint32(4, true) === this.crc.length >>> 0
      this.wrong ||= !isSame
    }
    this.crc = new Crc32()
  }
}
