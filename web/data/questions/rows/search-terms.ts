import { DAY_OF_HOURS, SECOND } from '../../../../shared/time/duration.ts'
import { writeWallTime, type WallTime } from '../../../../shared/time/wall.ts'

/** What somebody typed: words that must all be found, and times of which one must be shown. */
export interface SearchTerms {
  readonly words: readonly string[]
  /** A day, with or without a year; null where none was typed. */
  readonly day: { readonly year: number | null; readonly month: number; readonly date: number } | null
  /** A stretch of the day: the minute or second that was typed; seconds from midnight, `to` excluded. */
  readonly clock: { readonly from: number; readonly to: number } | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

type DayOf = (match: RegExpExecArray) => NonNullable<SearchTerms['day']>
const numbered = (text: string | undefined): number | null => (text === undefined ? null : Number(text))
const named = (text = ''): number => MONTHS.findIndex((name) => name === text.toLowerCase().slice(0, 3)) + 1

/** `2026-03-02`, `2 Mar 2026`, `Mon 2 March`, `Mar 2`, `3月2日`, `2026年3月2日` */
const DAYS: readonly (readonly [RegExp, DayOf])[] = [
  [
    /(?<![\w-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=$|[\sT,])[T,]?/i,
    ([, year, month, date]) => ({ year: Number(year), month: Number(month), date: Number(date) }),
  ],
  [
    new RegExp(
      `(?<!\\w)(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\\s)?(\\d{1,2})\\s${MONTH}(?:\\s(\\d{4}))?(?!\\w),?`,
      'i',
    ),
    ([, date, month, year]) => ({ year: numbered(year), month: named(month), date: Number(date) }),
  ],
  [
    new RegExp(`(?<!\\w)${MONTH}\\s(\\d{1,2})(?:,?\\s(\\d{4}))?(?![\\w:]),?`, 'i'),
    ([, month, date, year]) => ({ year: numbered(year), month: named(month), date: Number(date) }),
  ],
  [
    /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:周.)?/,
    ([, year, month, date]) => ({ year: numbered(year), month: Number(month), date: Number(date) }),
  ],
]

/** `17:22`, `9:05`, `17:22:28` */
const CLOCK = /(?<![\w:])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\w:])/

/** Takes times out of what was typed; whatever is left is words. A request id is a word, also where digits begin it. */
export function readSearch(typed: string): SearchTerms {
  const text = typed.slice(0, LONGEST).replaceAll(/\s+/g, ' ')
  const [found] = DAYS.flatMap(([pattern, dayOf]) => {
    const match = pattern.exec(text)
    return match ? [{ match, day: dayOf(match) }] : []
  })
  const rest = found ? text.replace(found.match[0], ' ') : text
  const clock = CLOCK.exec(rest)
  const words = (clock ? rest.replace(clock[0], ' ') : rest).toLowerCase().split(' ')
  return {
    words: words.filter((word) => word !== ''),
    day: found?.day ?? null,
    clock: clock && stretchOf(clock),
  }
}

/** More than this nobody types, and patterns look at each letter. */
const LONGEST = 200

function stretchOf([, hour, minute, second]: RegExpExecArray): NonNullable<SearchTerms['clock']> {
  const from = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0)
  return { from, to: from + (second === undefined ? 60 : 1) }
}

/** Whether a wall clock showed the day and the time that were typed; what has no time shows none. */
export function showsTime(
  { day, clock }: Pick<SearchTerms, 'day' | 'clock'>,
  wall: WallTime | null,
): boolean {
  if (!day && !clock) return true
  if (wall === null) return false
  if (clock) {
    const second = Math.floor((wall - Math.floor(wall / DAY_OF_HOURS) * DAY_OF_HOURS) / SECOND)
    if (second < clock.from || second >= clock.to) return false
  }
  if (!day) return true
  const [year, month, date] = writeWallTime(wall).slice(0, 10).split('-').map(Number)
  return date === day.date && month === day.month && (day.year === null || year === day.year)
}
