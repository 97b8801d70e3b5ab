import type { Reason } from '../../evidence/sentences/reasons.ts'

/** What was read, and the index after it; or where and why reading stopped. */
export type LooseRead =
  | { readonly value: unknown; readonly end: number; readonly problem: null }
  | { readonly end: number; readonly problem: Reason }

/** No body of Kimi's is deeper; a deeper one must not exhaust the stack. */
const DEEPEST = 60
/** A string over more lines or characters than these is one whose quote was never closed. */
const MAX_BREAKS = 12
const LONGEST_STRING = 1_000_000

/**
 * Reads a JSON value as people paste it: with `{...}`, `[...]` or `…` for what they left out (read as empty, or as
 * absent), typographic quotes, lines that a terminal broke inside a string, a trailing comma, a `//` comment; or as
 * Python prints it (`'`, `True`, `None`). Numbers and texts are never guessed: what is not whole is a problem.
 */
export function readLooseJson(text: string, at: number): LooseRead {
  const reader = new Reader(text, at)
  try {
    const value = reader.value(0)
    return { value: value === ABSENT ? null : value, end: reader.at, problem: null }
  } catch (error) {
    if (error instanceof Stop) return { end: reader.at, problem: error.problem }
    throw error
  }
}

/** Thrown, and caught above. No Error: a text of brackets throws one a line, and a stack takes ten times as long as the rest. */
class Stop {
  constructor(readonly problem: Reason) {}
}

/** Stands for `...` where a value or a member should be. */
const ABSENT = Symbol('left out')

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['True', true],
  ['False', false],
  ['None', null],
  ['undefined', ABSENT],
  // Not numbers; kept as words, so that whoever expects a number can name them.
  ['NaN', 'NaN'],
  ['Infinity', 'Infinity'],
])
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '“”',
  '”': '“”',
  '‘': '’',
  '’': '’',
}
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?(?![\w.])/y
const WORD = /[A-Za-z]+(?!\w)/y
const ELISION = /\.{3,}|…+/y
/** White space, and comments between members; a page of nothing but comments is no JSON, however many brackets are in it. */
const SPACE = /\s*(?:\/\/[^\n]*(?:\n\s*|$)){0,20}/y

class Reader {
  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  value(depth: number): unknown {
    this.match(SPACE)
    const char = this.text.charAt(this.at)
    if (depth > DEEPEST) throw new Stop('nested too deep')
    if (char === '{') return this.object(depth + 1)
    if (char === '[') return this.array(depth + 1)
    if (CLOSERS[char] !== undefined) return this.string()
    if (this.match(ELISION) !== null) return ABSENT
    const number = this.match(NUMBER)
    if (number !== null) return Number(number)
    const word = this.match(WORD)
    if (word !== null && WORDS.has(word)) return WORDS.get(word)
    throw this.stop('expected a value')
  }

  private object(depth: number): unknown {
    const members: [string, unknown][] = []
    this.list('}', () => {
      if (CLOSERS[this.text.charAt(this.at)] === undefined) throw this.stop('expected a name in quotes')
      const name = this.string()
      this.match(SPACE)
      if (this.text.charAt(this.at) !== ':') throw this.stop('expected ":" after a name')
      this.at += 1
      const value = this.value(depth)
      if (value !== ABSENT) members.push([name, value])
    })
    return Object.fromEntries(members)
  }

  private array(depth: number): unknown {
    const items: unknown[] = []
    this.list(']', () => {
      const item = this.value(depth)
      if (item !== ABSENT) items.push(item)
    })
    return items
  }

  /** Members up to the closing bracket; beside an elision a comma may be missing. */
  private list(closer: string, member: () => void): void {
    this.at += 1
    for (let separated = true; ;) {
      this.match(SPACE)
      if (this.text.charAt(this.at) === closer) break
      const elided = this.match(ELISION) !== null
      if (!elided) {
        if (!separated) throw this.stop(`expected "," or "${closer}"`)
        member()
      }
      this.match(SPACE)
      separated = elided
      if (this.text.charAt(this.at) === ',') {
        this.at += 1
        separated = true
      }
    }
    this.at += 1
  }

  private string(): string {
    const closers = CLOSERS[this.text.charAt(this.at)] ?? ''
    const parts: string[] = []
    let breaks = 0
    let start = this.at + 1
    const last = Math.min(this.text.length, start + LONGEST_STRING)
    for (let index = start; index < last; index += 1) {
      const char = this.text.charAt(index)
      if (closers.includes(char)) {
        parts.push(this.text.slice(start, index))
        this.at = index + 1
        return parts.join('')
      }
      if (char === '\\') {
        const [said, length] = escapeAt(this.text, index)
        parts.push(this.text.slice(start, index), said)
        index += length - 1
        start = index + 1
      } else if (char === '\n') {
        // A terminal broke the line: it put nothing in the string.
        parts.push(this.text.slice(start, index))
        start = index + 1
        breaks += 1
        if (breaks > MAX_BREAKS || this.text.charAt(start) === '\n') break
      }
    }
    throw new Stop('a quote is not closed')
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (!found) return null
    this.at = pattern.lastIndex
    return found[0]
  }

  private stop(problem: Reason): Stop {
    return new Stop(this.at >= this.text.length ? 'it is cut off' : problem)
  }
}

/** What an escape says, and its length in the source. */
function escapeAt(text: string, at: number): readonly [string, number] {
  const letter = text.charAt(at + 1)
  const digits = letter === 'u' ? 4 : letter === 'x' ? 2 : 0
  const code = text.slice(at + 2, at + 2 + digits)
  if (digits > 0 && code.length === digits && /^[\da-f]+$/i.test(code))
    return [String.fromCharCode(Number.parseInt(code, 16)), 2 + digits]
  // one that is none is a path of Windows, put between quotes as it is: without the backslash it would pass for words
  return [ESCAPES[letter] ?? (/[a-z\d]/i.test(letter) ? `\\${letter}` : letter), 2]
}
