/** Gives the text of bytes that come in pieces: UTF-8, or UTF-16 where a byte order mark says so. */
export class TextDecoding {
  private decoder: TextDecoder | null = null
  private first: number | null = null
  /** How often the text has U+FFFD, less how often the bytes say so themselves. */
  private marks = 0
  /** The last bytes of the piece before: what they say goes over to the next one. */
  private tail = new Uint8Array()

  /** Known from the first two bytes on. */
  get isUtf8(): boolean {
    return this.decoder?.encoding === 'utf-8'
  }

  /** How many bytes, or rests of characters, were no text and have been replaced by U+FFFD. */
  get replaced(): number {
    return Math.max(0, this.marks)
  }

  push(bytes: Uint8Array): string {
    if (this.decoder) return this.decode(this.decoder, bytes)
    if (this.first === null && bytes.length < 2) {
      this.first = bytes[0] ?? null
      return ''
    }
    const mark = this.first === null ? bytes : Uint8Array.of(this.first, ...bytes)
    this.first = null
    this.decoder = new TextDecoder(encodingOf(mark))
    return this.decode(this.decoder, mark)
  }

  end(): string {
    const rest = this.first === null ? new Uint8Array() : Uint8Array.of(this.first)
    const text = (this.decoder ?? new TextDecoder()).decode(rest)
    this.marks += count(text, REPLACEMENT)
    return text
  }

  private decode(decoder: TextDecoder, bytes: Uint8Array): string {
    const text = decoder.decode(bytes, { stream: true })
    const marks = count(text, REPLACEMENT)
    // what is written there as U+FFFD has not been replaced
    this.marks += marks > 0 && this.isUtf8 ? marks - written(bytes, this.tail) : marks
    this.tail = bytes.length > 1 ? bytes.slice(-2) : Uint8Array.of(...this.tail, ...bytes).slice(-2)
    return text
  }
}

const REPLACEMENT = '\uFFFD'

function count(text: string, part: string): number {
  let found = 0
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found += 1
  return found
}

/** How often U+FFFD ends in these bytes, the ones before them at hand. */
function written(bytes: Uint8Array, before: Uint8Array): number {
  const at = (index: number) => (index < 0 ? before[before.length + index] : bytes[index])
  let found = 0
  for (let end = bytes.indexOf(0xbd); end !== -1; end = bytes.indexOf(0xbd, end + 1))
    if (at(end - 1) === 0xbf && at(end - 2) === 0xef) found += 1
  return found
}

/** `>` in PowerShell writes UTF-16. Bytes that are no UTF-8 become U+FFFD: a broken line must not cost the others. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
