import type { LogTime } from './log-time.ts'
import { timeOfIso } from './log-time.ts'

// 2026-06-15T05:32:08.722Z WARN  llm request failed  turnStep=0.1 attempt=10/10 errorMessage="429 We're …"
const ENTRY = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z) (ERROR|WARN |INFO |DEBUG) (.*)$/s
const BEGINS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z (?:ERROR|WARN |INFO |DEBUG) /
/** The beginning of an entry, and nothing after it. */
const HALF = /^\d{4}-\d\d-\d\dT\d[\d:.]*(?:Z(?: (?:[A-Z]{1,5} {0,2})?)?)?$/
const TIME_AND_LEVEL = /^[\dT:.Z-]*(?: [A-Z]*)?/
// key=value or key="quoted", where \" and \n stand for themselves. Unrolled, so that no quote exhausts the stack.
const PAIR = /([A-Za-z_][\w.-]*)=(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([^\s"]*))(?= |$)/sy
/** The writer cuts an entry at 4,096 bytes (KIMI.md 5.2); a longer line is something else. */
const LONGEST = 20_000

/** An entry of kimi-code.log: what happened, and the pairs that tell more. */
export interface KimiCodeEntry {
  readonly time: LogTime
  readonly message: string
  readonly pairs: ReadonlyMap<string, string>
  /** False where the line is cut off in its pairs. */
  readonly whole: boolean
}

export const beginsKimiCodeEntry = (line: string): boolean => BEGINS.test(line)

export const isHalfKimiCodeEntry = (line: string): boolean => line.length < 60 && HALF.test(line)

/** What of a line may be shown: time and level. */
export const headOfKimiCodeEntry = (line: string): string => TIME_AND_LEVEL.exec(line.slice(0, 60))?.[0] ?? ''

/** Null where the line is none, or its time is none. */
export function readKimiCodeEntry(line: string): KimiCodeEntry | null {
  const [, text = '', , rest = ''] = ENTRY.exec(line.slice(0, LONGEST)) ?? []
  const time = timeOfIso(text)
  if (time === null) return null
  const gap = rest.indexOf('  ')
  if (gap === -1) return { time, message: rest.trim(), pairs: new Map(), whole: true }
  return { time, message: rest.slice(0, gap).trim(), ...readPairs(rest, gap + 2) }
}

function readPairs(text: string, from: number): Pick<KimiCodeEntry, 'pairs' | 'whole'> {
  const pairs = new Map<string, string>()
  let at = from
  while (at < text.length) {
    PAIR.lastIndex = at
    const pair = PAIR.exec(text)
    if (!pair) return { pairs, whole: text.slice(at).trim() === '' }
    const [, name = '', quoted, plain = ''] = pair
    pairs.set(name, quoted === undefined ? plain : unescape(quoted))
    at = PAIR.lastIndex + 1
  }
  return { pairs, whole: true }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

const unescape = (text: string) =>
  text.includes('\\') ? text.replace(/\\(.)/gs, (_, char: string) => ESCAPES[char] ?? char) : text
