import type { Recognition } from '../../evidence/sentences/recognitions.ts'
import type { Zone } from '../../time/zone.ts'
import type { Entry } from './log-evidence.ts'
import { timeOfIso, timeOfWall } from './log-time.ts'

// 2026-03-02 16:18:59.204 | INFO     | kimi_cli.soul.kimisoul:_retry_log:638 - Retrying step …
// 2026-05-02 16:19:03.412 | WARNING  | kimi_cli.soul.kimisoul:_retry_log:1748 | 1f0c… - Retrying step …
// From 1.31 on the session stands before the message; it is empty before there is one: `| kimi_cli.app:create:80 |  - `
const ENTRY =
  /^(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?)( ?(?:Z|[+-]\d\d:?\d\d))? \| ([A-Z]+) *\| ([^|]*?)(?: \| (\S*))? - (.*)$/s
const BEGINS = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[^|]{0,20} \| [A-Z]+ *\| /
const OF_KIMI = /^[^|]*\|[^|]*\| (?:kimi|kosong)/
/** The beginning of an entry, and nothing after it. */
const HALF =
  /^\d{4}-\d\d-\d\d[ T]\d[\d:.,]*(?: ?(?:Z|[+-][\d:]*))?(?: \|? ?(?:[A-Z]+ *(?:\| ?[^|]*(?:\| ?\S*)?)?)?)?$/
const TIME_AND_LEVEL = /^[\d\- T:.,+Z]*(?:\| [A-Z]* *)?/

/** An entry of kimi.log. */
export interface KimiLogEntry extends Entry {
  /** Milliseconds on the log's own clock. */
  readonly at: number
  readonly level: string
  /** The module that wrote it: `kimi_cli.soul.kimisoul:_step:1256`. */
  readonly name: string
  readonly message: string
}

export const beginsKimiLogEntry = (line: string): boolean => BEGINS.test(line)

/** Whether a line begins an entry of this client, and not of some other program with the same logger. */
export const recogniseKimiLog = (line: string): Recognition | null =>
  BEGINS.test(line) && OF_KIMI.test(line) ? 'entries of kimi.log' : null

/** A line that was cut off before its message. */
export const isHalfKimiLogEntry = (line: string): boolean =>
  beginsWithDigit(line) && line.length < 200 && HALF.test(line) && !line.includes(' - ')

const beginsWithDigit = (line: string) => line >= '0' && line < ':'

/** What of a line may be shown: time and level. */
export const headOfKimiLogEntry = (line: string): string => TIME_AND_LEVEL.exec(line.slice(0, 80))?.[0] ?? ''

/** The level without reading the whole entry. */
export function levelOf(line: string): string {
  const bar = line.indexOf('|')
  return line.slice(bar + 2, line.indexOf(' ', bar + 2))
}

/** Null where the entry is cut off, or its time is none. */
export function readKimiLogEntry(line: string, lineNumber: number, zone: Zone): KimiLogEntry | null {
  const match = ENTRY.exec(line)
  if (!match) return null
  const [, text = '', offset, level = '', name = '', agent, message = ''] = match
  const time = offset === undefined ? timeOfWall(text, zone) : timeOfIso(`${text}${offset}`)
  if (time === null) return null
  const { when, at, key } = time
  return { line: lineNumber, when, time: key, at, agent: agent || null, level, name, message }
}
