import type { LogTime } from '../log-time.ts'
import { timeOfIso } from '../log-time.ts'

// 2026-06-15T05:32:08.722Z WARN  llm request failed  turnStep=0.1 attempt=10/10 errorMessage="429 We're …"
const ENTRY = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z) (ERROR|WARN|INFO|DEBUG) {1,2}(.*)$/s
const BEGINS = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z (?:ERROR|WARN|INFO|DEBUG) /
/** What stands after the time of every entry. */
const AFTER_TIME = 'Z '
/** What people and their tools put before an entry: `> `, `- `, `12:`, `kimi-code.log.1:12:`, a backtick. */
const BEFORE = /^[\s>*•·-]{0,12}(?:[\w.~@+\\/-]{1,160}[:-])?(?:\d{1,9}[:\t -] ?)?[`([]{0,3}$/
/** The same before a line that goes on with an entry; what `grep` shows around a match has a `-` for each `:`. */
const BEFORE_MORE = /^[\w.~@+\\/-]{1,160}?[:-]\d{1,9}[:-](?= {2})/
/** An entry that stands further to the right is a part of something else. */
const FURTHEST = 200
/** The beginning of an entry, and nothing after it. */
const HALF = /^\d{4}-\d\d-\d\dT\d[\d:.]*(?:Z(?: (?:[A-Z]{1,5} {0,2})?)?)?$/
const TIME_AND_LEVEL = /^[\dT:.Z-]*(?: [A-Z]*)?/
// key=value or key="quoted", where \" and \n stand for themselves. Unrolled, so that no quote exhausts the stack.
const PAIR = /([A-Za-z_][\w.-]*)=(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([^\s"]*))(?= |$)/sy
/** A quoted value whose end has been cut off. */
const OPEN_PAIR = /([A-Za-z_][\w.-]*)="([^"\\]*(?:\\.[^"\\]*)*)\\?$/sy
const FIRST_PAIR = /(?:^| )[A-Za-z_][\w.-]*=/
/** The writer cuts an entry at 4,096 bytes (docs/kimi.md#logs-of-kimi-code); a longer line is something else. */
const LONGEST = 20_000

/** Messages whose words are known, so that they are found where spaces were lost. The longer of two comes first. */
const MESSAGES = [
  'llm request failed; retrying indefinitely (KIMI_CODE_INFINITE_RETRY)',
  'llm request failed',
  'llm request',
  'llm response',
  'llm config',
] as const

/** An entry of kimi-code.log: what happened, and the pairs that tell more. */
export interface KimiCodeEntry {
  readonly time: LogTime
  readonly level: string
  /** How far to the right it begins. */
  readonly indent: number
  readonly message: string
  /** As far as they can be read; parts that were cut out are passed over. */
  readonly pairs: ReadonlyMap<string, string>
  /** The pair whose value breaks off with the line. */
  readonly cut: string | null
}

/** Where an entry begins on a line; -1 where none does. */
function startOf(line: string): number {
  if (line.length < 26) return -1
  const head = line.slice(0, FURTHEST)
  // Asked of every line of any text: almost none has these two characters, and looking for them costs next to nothing.
  if (!head.includes(AFTER_TIME)) return -1
  const at = head.search(BEGINS)
  return at <= 0 || BEFORE.test(line.slice(0, at)) ? at : -1
}

export const beginsKimiCodeEntry = (line: string): boolean => startOf(line) !== -1

/**
 * A line that goes on with the entry before it: of a value two spaces in, of a stack four. All of it may be indented once
 * more, as code is in Markdown. A bar, a percentage or a brace is of something else that was pasted below.
 */
export function continuesKimiCodeEntry(line: string): boolean {
  if (line.charAt(0) !== ' ' && line.charAt(0) !== '\t' && !BEFORE_MORE.test(line)) return false
  return MORE.test(line.replace(BEFORE_MORE, ''))
}

const MORE =
  /^(?: {4})?(?:(?: {2}|\t)(?! )(?![^\n]{0,200}(?:[█▓▒░━╭╰│|{]|\d%))| {4}(?:at |\.{3}|\[|caused by))/i

/** The text of a line that begins a value of an entry so far to the right; null where none does. */
export const valueOnLine = (line: string, indent: number): string | null => {
  const more = line.replace(BEFORE_MORE, '')
  const own = more.slice(0, indent).trim() === '' ? more.slice(indent) : more
  return /^(?: {2}|\t)(\S.*)$/s.exec(own.slice(0, LONGEST))?.[1] ?? null
}

export const isHalfKimiCodeEntry = (line: string): boolean => line.length < 60 && HALF.test(line)

/** What of a line may be shown: time and level. */
export const headOfKimiCodeEntry = (line: string): string =>
  TIME_AND_LEVEL.exec(line.slice(Math.max(0, startOf(line))).slice(0, 60))?.[0] ?? ''

/** Null where the line is none, or its time is none. */
export function readKimiCodeEntry(line: string): KimiCodeEntry | null {
  const at = startOf(line)
  if (at === -1) return null
  const quoted = line.slice(0, at).includes('`')
  const entry = line.slice(at, at + LONGEST)
  const [, text = '', level = '', rest = ''] =
    ENTRY.exec(quoted ? entry.replace(/`+[\s.,;)]*$/, '') : entry) ?? []
  const time = timeOfIso(text)
  if (time === null) return null
  const message = messageOf(rest)
  const indent = /^ */.exec(line)?.[0].length ?? 0
  return { time, level, indent, message: message.trim(), ...readPairs(rest, message.length) }
}

/** Up to the two spaces that stand before pairs, or to the first of them. */
function messageOf(rest: string): string {
  const known = MESSAGES.find(
    (message) => rest.startsWith(message) && /^(?:\s|$)/.test(rest.slice(message.length)),
  )
  if (known !== undefined) return known
  const gap = rest.indexOf('  ')
  if (gap !== -1) return rest.slice(0, gap)
  const pair = FIRST_PAIR.exec(rest)
  return pair ? rest.slice(0, pair.index) : rest
}

function readPairs(text: string, from: number): Pick<KimiCodeEntry, 'pairs' | 'cut'> {
  const pairs = new Map<string, string>()
  let at = from
  while (at < text.length) {
    if (text.charAt(at) === ' ') {
      at += 1
      continue
    }
    PAIR.lastIndex = at
    const pair = PAIR.exec(text)
    if (pair) {
      const [, name = '', quoted, plain = ''] = pair
      pairs.set(name, quoted === undefined ? plain : unescape(quoted))
      at = PAIR.lastIndex
      continue
    }
    OPEN_PAIR.lastIndex = at
    const [, name, value = ''] = OPEN_PAIR.exec(text) ?? []
    if (name !== undefined) return { pairs: pairs.set(name, unescape(value)), cut: name }
    // What is no pair was put there by whoever cut the line: `...`
    const space = text.indexOf(' ', at)
    at = space === -1 ? text.length : space
  }
  return { pairs, cut: null }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

const unescape = (text: string) =>
  text.includes('\\') ? text.replace(/\\(.)/gs, (_, char: string) => ESCAPES[char] ?? char) : text
