import { Crc32 } from '../../evidence/crc32.ts'
import { LONGEST_AS_ITSELF } from '../text-digest.ts'
import type { NativeBytes } from './native-bytes.ts'

/**
 * Digests a log that comes in pieces, with \n for every line end and without what is blank at its end: a short one is
 * itself, a longer one its length and CRC-32 in UTF-8. A checksum is what every host has at hand for 200 MB; that two logs
 * of one length are not the same by accident needs no more. Pieces end between characters.
 */
export class LogDigest {
  private short: string | null = ''
  private blank = ''
  private length = 0
  private crc = 0
  private readonly portable = new Crc32()

  constructor(private readonly native: NativeBytes | null = null) {}

  push(text: string): void {
    const all = this.blank + text
    const said = all.trimEnd()
    this.blank = all.slice(said.length)
    if (said !== '') this.add(said.includes('\r') ? said.replace(/\r\n?/g, '\n') : said)
  }

  /** UTF-8 without \r. */
  pushBytes(bytes: Uint8Array): void {
    if (this.short !== null) return this.push(decoder.decode(bytes))
    let end = bytes.length
    while (end > 0 && !isPrinted(bytes[end - 1] ?? 0)) end -= 1
    if (end > 0) {
      const { blank } = this
      this.blank = ''
      this.add(blank)
      this.addBytes(bytes.subarray(0, end))
    }
    this.push(decoder.decode(bytes.subarray(end)))
  }

  end(): string {
    return this.short ?? `${this.length}.${this.native ? this.crc : this.portable.value}`
  }

  private add(text: string): void {
    if (this.short === null) return this.addLong(text)
    this.short += text
    if (this.short.length <= LONGEST_AS_ITSELF) return
    const all = this.short
    this.short = null
    this.addLong(all)
  }

  private addLong(text: string): void {
    for (let from = 0; from < text.length;) {
      const { read, written } = encoder.encodeInto(text.slice(from), encoded)
      this.addBytes(encoded.subarray(0, written))
      from += read
    }
  }

  private addBytes(bytes: Uint8Array): void {
    this.length += bytes.length
    if (this.native) this.crc = this.native.crc32(bytes, this.crc)
    else this.portable.push(bytes)
  }
}

const isPrinted = (byte: number) => byte > 0x20 && byte < 0x7f
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()
const encoded = new Uint8Array(196_608)
