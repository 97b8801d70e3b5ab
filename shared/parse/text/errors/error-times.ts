import { UNDATED, type When } from '../../../evidence/when.ts'
import type { TimeContext } from '../../parser.ts'
import { dateTimesIn, whenOfEpoch, type DateTime } from '../date-times.ts'
import type { Around } from '../rows/statuses.ts'

const TIME_NAMES =
  'timestamp|datetime|date|time|ts|when|at|occurred(?:[ _]at)?|created(?:[ _]at)?|发生时间|报错时间|时间|日期|时刻'
/** A time is said to be one: `timestamp=`, `"time":"`, `Time: `. */
const NAMED = new RegExp(`(?:^|[^\\p{L}])(?:${TIME_NAMES})["'”*]{0,3}\\s?[=:：]\\*{0,2}\\s?["'“\`[(]?$`, 'iu')
const NAMED_EPOCH = new RegExp(
  `(?:^|[^\\p{L}])(?:${TIME_NAMES}|epoch)["']?\\s?[=:]\\s?["']?(\\d{10}(?:\\.\\d{1,9})?|\\d{13})(?![\\w.])`,
  'giu',
)
/** A line of a record, or a header, that gives its time. */
const TIME_LINE = new RegExp(`^[\\s>│|<*_"'\`•-]{0,8}(?:${TIME_NAMES})["'*_\`]{0,4}\\s?[:：=]`, 'iu')
/** What is said before a time that is not that of the error. */
const OF_A_RESET =
  /(?:reset|refresh|renew|until|available|expire|recover|return|retry|back|again)[a-z]*\W{0,3}(?:(?:at|on|in|by|is|after|time|for)\W{1,3}){0,3}$|(?:重置|刷新|恢复|到期|可用|截至|直到|等到)[^。\n]{0,4}$/i
const TO_A_RESET = /^\s?[)）]?\s?(?:之?后)?(?:重置|刷新|恢复|可用)/
/** Where a line begins with its time, as logs and notes do: `[2026-…`, `file.log:12:2026-…`. */
const AT_HEAD = /^(?:[\w./\\-]{1,120}:\d{1,7}[:-])?[\s[("'*·•>-]{0,6}$/
const SENTENCE_ENDS = /[.!?](?=\s)|[。！？]/

/** `时间 2026-08-25 14:03:22`: a label without a colon, and nothing else. */
const TIME_ONLY =
  /^[\s>│|<*_"'`•-]{0,8}(?:timestamp|time|date|发生时间|报错时间|时间|日期|时刻)\*{0,2}\s+(?=\d)[\d\s./:,年月日时分秒TZ+-]{8,40}$/i

export const isTimeLine = (line: string): boolean => TIME_LINE.test(line) || TIME_ONLY.test(line)

/** The time with which a line begins, as somebody's log or notes write it; undated when there is none. */
export function whenOfLine(line: string, times: TimeContext): When {
  const head = line.slice(0, 220)
  const first = dateTimesIn(head, times).find(({ from }) => AT_HEAD.test(head.slice(0, from)))
  return first?.when ?? UNDATED
}

/** The time that a whole line gives under its name: `Time: 2026-04-02 09:00-09:20 (UTC)`, `date: Thu, 01 Oct 2026 …`. */
export function whenOfTimeLine(line: string, times: TimeContext): When {
  if (!isTimeLine(line)) return UNDATED
  return dateTimesIn(line.slice(0, 220), times)[0]?.when ?? epochIn(line.slice(0, 220)) ?? UNDATED
}

/**
 * The time of an error that is told on its own lines: under a name that says so, at their beginning, in the sentence that
 * quotes it, or the only one there is. The time of a reset is none of it. A date without a time of day dates nothing: a
 * refusal is over in minutes, and a whole day would be called blocked.
 */
export function whenBeside({ lead, tail }: Around, times: TimeContext): When {
  const before = dateTimesIn(lead, times).filter((each) => !isOfReset(lead, each))
  const after = dateTimesIn(tail, times).filter((each) => !isOfReset(tail, each))
  const named =
    before.findLast(({ from }) => isNamed(lead, from)) ?? after.find(({ from }) => isNamed(tail, from))
  if (named) return named.when
  const head = before.find(({ from }) => AT_HEAD.test(lead.slice(lead.lastIndexOf('\n', from) + 1, from)))
  if (head) return head.when
  const epoch = epochIn(lead) ?? epochIn(tail)
  if (epoch) return epoch
  const all = [...before, ...after]
  if (new Set(all.map(({ when }) => JSON.stringify(when))).size === 1) return all[0]?.when ?? UNDATED
  const near =
    before.findLast(({ to }) => !SENTENCE_ENDS.test(lead.slice(to))) ??
    after.find(({ from }) => !SENTENCE_ENDS.test(tail.slice(0, from)))
  return near?.when ?? UNDATED
}

const isNamed = (text: string, from: number): boolean => NAMED.test(text.slice(Math.max(0, from - 40), from))

const isOfReset = (text: string, { from, to }: DateTime): boolean =>
  OF_A_RESET.test(text.slice(Math.max(0, from - 40), from)) || TO_A_RESET.test(text.slice(to, to + 12))

function epochIn(text: string): When | null {
  const whens = [...text.matchAll(NAMED_EPOCH)].map(([, number = '']) => whenOfEpoch(number))
  return whens.find(({ kind }) => kind !== 'undated') ?? null
}
