/**
 * A text without what wrapping, quoting, escaping and copying change: one character for each that says something, and
 * where each of them stood.
 */
export interface FoldedText {
  readonly source: string
  readonly text: string
  /** Where a character of `text` began in the source. */
  readonly startOf: (index: number) => number
  /** The index in the source after the character before `index`. */
  readonly endOf: (index: number) => number
}

// Typographic quotes and dashes, full-width forms and the brackets of Chinese text.
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’‚‛ʼ`´′', (char) => [char, "'"] as const),
  ...Array.from('“”„‟″«»「」『』', (char) => [char, '"'] as const),
  ...Array.from('‐‑‒–—−', (char) => [char, '-'] as const),
])
// White space, characters of no width, the soft hyphen, emphasis, and what frames are drawn with.
const SAYS_NOTHING = /[\s*\u00AD\u200B-\u200D\u2060\uFEFF\u2500-\u259F]/
/** What stands before a line that is quoted or framed, and after one that is framed. */
const AT_EDGES: ReadonlySet<number> = new Set([62, 124]) // > and |
// `\"`, `\\\"`, `\n`, `\u0027`; `&#39;`, `&amp;quot;`: escaped once or more often.
const ESCAPED = /\\+(?:u([0-9a-f]{4})|x([0-9a-f]{2})|[nrt])?/iy
const ENTITY =
  /&(?:amp;)*(?:(#0*39|#x0*27|apos|[lr]squo|#821[67])|(#0*34|#x0*22|quot|[lr]dquo|#822[01])|nbsp|#0*160);/iy

/**
 * `You\u0027ve re⏎│ ached **your** 5‑hour` → `you'vereachedyour5-hour`: case, white space, line breaks, frames, quote
 * marks, emphasis and escapes are gone, quotes and dashes are plain ones. With `enough` it is folded up to so many characters.
 */
export function foldText(source: string, enough = Number.POSITIVE_INFINITY): FoldedText {
  const folded = new Folding(Math.min(source.length, enough))
  let atStart = false
  for (let at = 0; at < source.length && folded.length < enough;) {
    const from = at
    const code = source.charCodeAt(at)
    if (isPlain(code)) {
      atStart = false
      at += 1
      folded.push(code, from, at)
    } else if (code === NEW_LINE) {
      folded.dropEdges()
      atStart = true
      at += 1
    } else if (code === BACKSLASH || code === AMPERSAND) {
      const pattern = code === AMPERSAND ? ENTITY : ESCAPED
      pattern.lastIndex = at
      const [all = source.charAt(at), first, second] = pattern.exec(source) ?? []
      at += all.length
      const plain = code === AMPERSAND ? plainEntity(all, first, second) : plainEscape(first ?? second)
      if (plain !== '') folded.push(plain.charCodeAt(0), from, at)
    } else {
      const char = source.charAt(at)
      at += 1
      if (saysNothing(char) || (atStart && AT_EDGES.has(code))) continue
      atStart = false
      folded.push(plainChar(char).charCodeAt(0), from, at)
    }
  }
  return folded.end(source)
}

const NEW_LINE = 10
const AMPERSAND = 38
const BACKSLASH = 92

/** a to z and digits: most of every text. */
const isPlain = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

const decoder = new TextDecoder('utf-16le')
/** Up to here it takes less time to make a string of its codes than to call the decoder; spread, they take ten times as long. */
const SHORT = 40

class Folding {
  private readonly codes: Uint16Array
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  length = 0

  constructor(longest: number) {
    this.codes = new Uint16Array(longest)
    this.starts = new Int32Array(longest)
    this.ends = new Int32Array(longest)
  }

  push(code: number, from: number, to: number): void {
    this.codes[this.length] = code
    this.starts[this.length] = from
    this.ends[this.length] = to
    this.length += 1
  }

  /** A frame at the end of a line carries no meaning. */
  dropEdges(): void {
    while (this.length > 0 && AT_EDGES.has(this.codes[this.length - 1] ?? 0)) this.length -= 1
  }

  end(source: string): FoldedText {
    const { codes, starts, ends, length } = this
    return {
      source,
      text:
        length <= SHORT
          ? String(Reflect.apply(String.fromCharCode, null, codes.subarray(0, length)))
          : decoder.decode(codes.subarray(0, length)),
      startOf: (index) => (index < length ? (starts[index] ?? 0) : source.length),
      endOf: (index) => (index === 0 ? 0 : index <= length ? (ends[index - 1] ?? 0) : source.length),
    }
  }
}

function saysNothing(char: string): boolean {
  const code = char.charCodeAt(0)
  return code <= 32 || code === 42 || (code > 126 && SAYS_NOTHING.test(char))
}

function plainChar(char: string): string {
  const code = char.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90 ? char.toLowerCase() : code === 96 ? "'" : char
  if (code >= 0xff01 && code <= 0xff5e) return plainChar(String.fromCharCode(code - 0xfee0))
  return PLAIN.get(char) ?? char
}

const plainEntity = (all: string, single?: string, double?: string): string =>
  single !== undefined ? "'" : double !== undefined ? '"' : all === '&' ? '&' : ''

function plainEscape(hex: string | undefined): string {
  if (hex === undefined) return ''
  const char = String.fromCharCode(Number.parseInt(hex, 16))
  return saysNothing(char) ? '' : plainChar(char)
}
