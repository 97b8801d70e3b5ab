import { HOUR, MINUTE, SECOND } from '../../../time/duration.ts'
import { wallTime, type WallTime } from '../../../time/wall.ts'
import { isUuid, UUID_LENGTH, type HistoryRow } from './history-row.ts'
import { midnight, twoDigits } from './row-time.ts'

/** How many kinds of rows are remembered; more sources and clients than this hardly take turns. */
const MAX_PATTERNS = 8
const DATE_LENGTH = 'yyyy-mm-dd'.length
const SPACE = 32
const COLON = 58
const TIME_LENGTH = 'yyyy-mm-dd hh:mm:ss'.length
const DATE = /^\d{4}([-/])\d\d\1\d\d$/
const TIME = /^\d{4}([-/])\d\d\1\d\d \d\d:\d\d:\d\d$/
/** Right after an id, whose last digits could else be the year of a date. */
const ID_ENDS = /^[ \t|]/

/** What the rows like one have letter by letter: all but request id and time. */
interface RowPattern {
  readonly length: number
  /** Where `before` begins: after the request id, if there is one. */
  readonly begin: number
  readonly before: string
  readonly timeAt: number
  readonly after: string
  readonly frame: HistoryRow['frame']
}

/**
 * Reads rows like those that `readHistoryRow` has read, at a fraction of its cost:
 *
 *     27d801a6-7d0d-433e-bf1b-4d0b88406e57 | Login Device | KimiCLI/1.16.0 | 2026-03-02 17:25:14 | Success
 *     ····································  the same text as before         ···················  the same
 *
 * A row that differs in anything but the digits of its id and its time gives null, and is to be read in full.
 */
export class RowPatterns {
  private readonly patterns: RowPattern[] = []
  private last: RowPattern | null = null
  private date = ''
  private midnight: WallTime | null = null

  read(text: string, line: number): HistoryRow | null {
    if (this.last && fits(text, this.last)) return this.rowOf(text, line, this.last)
    const pattern = this.patterns.find((each) => fits(text, each))
    if (!pattern) return null
    this.last = pattern
    return this.rowOf(text, line, pattern)
  }

  /** Remembers a row of the plain form: nothing before its id, and a time without zone or fraction that it has once. */
  learn(text: string, { requestId, frame, text: time, wall, instant }: HistoryRow): void {
    const timeAt = text.indexOf(time)
    if (wall === null || instant !== null || !TIME.test(time) || timeAt !== text.lastIndexOf(time)) return
    const begin = requestId === null ? 0 : UUID_LENGTH
    const before = text.slice(begin, timeAt)
    if (requestId !== null && !(text.startsWith(requestId) && ID_ENDS.test(before))) return
    const after = text.slice(timeAt + TIME_LENGTH)
    this.patterns.unshift({ length: text.length, begin, before, timeAt, after, frame })
    if (this.patterns.length > MAX_PATTERNS) this.patterns.pop()
  }

  private rowOf(text: string, line: number, { begin, timeAt, frame }: RowPattern): HistoryRow | null {
    const requestId = begin === 0 ? null : text.slice(0, UUID_LENGTH)
    if (requestId !== null && !isUuid(requestId)) return null
    const wall = this.wallAt(text, timeAt)
    if (wall === null) return null
    return { requestId, frame, text: text.slice(timeAt, timeAt + TIME_LENGTH), wall, instant: null, line }
  }

  /** Null where no time stands there, or none that there is. Rows that follow each other are mostly of one day. */
  private wallAt(text: string, at: number): WallTime | null {
    if (this.date === '' || !text.startsWith(this.date, at)) {
      this.date = text.slice(at, at + DATE_LENGTH)
      this.midnight = DATE.test(this.date) ? midnight(this.date) : null
    }
    if (text.charCodeAt(at + 10) !== SPACE) return null
    if (text.charCodeAt(at + 13) !== COLON || text.charCodeAt(at + 16) !== COLON) return null
    const hour = twoDigits(text, at + 11)
    const minute = twoDigits(text, at + 14)
    const second = twoDigits(text, at + 17)
    if (this.midnight === null || !(hour < 24 && minute < 60 && second < 60)) return null
    return wallTime(this.midnight + hour * HOUR + minute * MINUTE + second * SECOND)
  }
}

// A slice is compared as a whole; `startsWith` goes character by character.
const fits = (text: string, { length, begin, before, timeAt, after }: RowPattern): boolean =>
  text.length === length && text.slice(begin, timeAt) === before && text.endsWith(after)
