import { offsetZone, readZone, UNKNOWN_ZONE, type KnownZone } from '../../time/zone.ts'
import { HOUR } from '../../time/duration.ts'
import { isBlank, type TextLines } from './text-lines.ts'

const LONGEST = 400
const ZONE = String.raw`(?<zone>(?:UTC|GMT)(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|[A-Z][A-Za-z]{1,20}/[A-Z][A-Za-z]{1,20}(?:_[A-Za-z]{1,20})?|北京时间|Beijing time|China time)`
const NAME =
  '(?:(?:created|started|finished|sent)(?: at)?|timestamp|date(?: ?/? ?time)?|time|when|(?:发生|请求|创建|开始)?时间|日期|时刻)'
/** What a line must have to say anything of this: two looks, where most lines say nothing. */
const HAS_ZONE = /UTC|GMT|北京|Beijing|China|[+-]\d\d:?\d\d(?!\d)|[a-z]\/[A-Z]/i
const HAS_NAME = /times?\b|timestamp|date|when|时间|日期|时刻|created|started|finished|sent/i
/** The head of a column: `Time (UTC)`, `UTC time`, `时间（北京时间）`. */
const COLUMN = new RegExp(
  String.raw`^["'*_\`]*(?:${NAME} ?[(（[]?(?:in )?${ZONE}[)）\]]?|${ZONE.replace('zone', 'before')} ?${NAME})["'*_\`]*$`,
  'i',
)
const CELLS = /[|\t,;]| {2,}/
/**
 * `All times are in UTC`, `(times in UTC+8)`, `timestamps below are Europe/Berlin`, `以下时间均为北京时间`; but not how many times, as
 * in `failed three times UTC 14:03`.
 */
const SENTENCE = new RegExp(
  String.raw`(?:(?:(?:^\W{0,20}|[([;:.,|] ?|\b(?:all|the|these|my|our|its|console|log) )times|\btimestamps)(?: (?:below|above|here|shown|in this (?:post|issue|report|log)))?(?: (?:are|were))?(?: all)?(?: given| shown)?(?: in)?:? |时间(?:均|都|全部)?(?:为|是|用) ?)${ZONE}(?![\w/])`,
  'i',
)
const NOT_STATED = /\?|？|\bnot\b|n't|\bwhether\b|\bif\b|\bunclear\b|不是|是否|吗/i

/**
 * In which zone the times of a text are that do not name theirs, where the text says so itself: a sentence says it of the
 * whole text, the head of a column of what stands below it up to the next blank line. Null where nothing is said, or two
 * sentences say different things.
 */
export function statedZones({ texts }: TextLines): (line: number) => KnownZone | null {
  const below = new Map<number, KnownZone>()
  const ofAll = new Set<KnownZone>()
  let column: KnownZone | null = null
  for (const [index, text] of texts.entries()) {
    if (isBlank(text)) column = null
    else if (text.length <= LONGEST && HAS_ZONE.test(text) && HAS_NAME.test(text)) {
      column = zoneOfColumn(text) ?? column
      const sentence = NOT_STATED.test(text) ? null : zoneNamed(SENTENCE.exec(text)?.groups)
      if (sentence) ofAll.add(sentence)
    }
    if (column) below.set(index, column)
  }
  const [whole = null] = ofAll.size === 1 ? ofAll : []
  return (line) => below.get(line) ?? whole
}

function zoneOfColumn(line: string): KnownZone | null {
  const zones = line.split(CELLS).flatMap((cell) => zoneNamed(COLUMN.exec(cell.trim())?.groups) ?? [])
  const [zone = null] = new Set(zones).size === 1 ? zones : []
  return zone
}

function zoneNamed(groups: Readonly<Record<string, string | undefined>> | undefined): KnownZone | null {
  const name = groups?.['zone'] ?? groups?.['before']
  if (name === undefined) return null
  if (/^(?:北京|Beijing|China)/i.test(name)) return offsetZone(8 * HOUR)
  const zone = readZone(name.replaceAll(' ', ''))
  return zone === UNKNOWN_ZONE ? null : zone
}
