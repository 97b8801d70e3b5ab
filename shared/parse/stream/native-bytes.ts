/** Bytes with what Node's Buffer does to them: searching and decoding a part, natively. */
export interface ByteView extends Uint8Array {
  toString(encoding?: 'latin1' | 'utf8', from?: number, to?: number): string
}

/**
 * What a host does with bytes far faster than a loop can. Where it is there, only those lines of a log become text that
 * tell something; without it all of them do, with the same result.
 */
export interface NativeBytes {
  readonly view: (bytes: Uint8Array) => ByteView
  readonly isUtf8: (bytes: Uint8Array) => boolean
  /** The CRC-32 of all bytes up to the end of these, given that of those before them (0 at the beginning). */
  readonly crc32: (bytes: Uint8Array, before: number) => number
}

/** More than the head of any line that is passed over, and than most lines of kimi.log. */
const HEAD_LENGTH = 240

/** A line that has not been decoded. What of it is ASCII can be looked at; any other byte shows as some other character. */
export class LineGlance {
  private from = 0
  private to = 0
  private view: ByteView | null = null
  /** Its first bytes, each as one character. */
  head = ''

  /** One glance is used for all lines: there are millions. */
  at(view: ByteView, from: number, to: number): this {
    this.view = view
    this.from = from
    this.to = to
    this.head = view.toString('latin1', from, Math.min(to, from + HEAD_LENGTH))
    return this
  }

  /** Whether `head` is all of it. */
  get isAll(): boolean {
    return this.to - this.from <= HEAD_LENGTH
  }

  /** Whether its last byte is that of this ASCII character. */
  endsWith(char: string): boolean {
    return this.to > this.from && this.view?.[this.to - 1] === char.charCodeAt(0)
  }

  /** Its last bytes, at most so many, each as one character. */
  tail(length: number): string {
    return this.view?.toString('latin1', Math.max(this.from, this.to - length), this.to) ?? ''
  }
}
