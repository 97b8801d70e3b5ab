/** Gives the text of bytes that come in pieces: UTF-8, or UTF-16 where a byte order mark says so. */
export class TextDecoding {
  private decoder: TextDecoder | null = null
  private first: number | null = null

  /** Known from the first two bytes on. */
  get isUtf8(): boolean {
    return this.decoder?.encoding === 'utf-8'
  }

  push(bytes: Uint8Array): string {
    if (this.decoder) return this.decoder.decode(bytes, { stream: true })
    if (this.first === null && bytes.length < 2) {
      this.first = bytes[0] ?? null
      return ''
    }
    const mark = this.first === null ? bytes : Uint8Array.of(this.first, ...bytes)
    this.first = null
    this.decoder = new TextDecoder(encodingOf(mark))
    return this.decoder.decode(mark, { stream: true })
  }

  end(): string {
    if (this.decoder) return this.decoder.decode()
    return this.first === null ? '' : new TextDecoder().decode(Uint8Array.of(this.first))
  }
}

/** `>` in PowerShell writes UTF-16. Bytes that are no UTF-8 become U+FFFD: a broken line must not cost the others. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
