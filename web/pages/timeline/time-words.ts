import { DAY_OF_HOURS, SECOND } from '../../../shared/time/duration.ts'
import type { Language } from '../../../shared/time/format.ts'
import { spanLength, type Span } from '../../../shared/time/span.ts'
import { clockText, dayInFrame, rangeText, spanOfDay, type Frame } from '../../data/frame.ts'
import { dayText, mediumDayText, monthText, shortDayText } from '../../parts/text/day-text.ts'
import { presetOf } from './view/presets.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** How times are written on a timeline: no longer than is needed to tell them apart in what it shows. */
export interface TimeWords {
  /** `16:18:57`, or `2 Mar 16:18:57` where more than a day is shown. */
  readonly at: (at: Instant) => string
  /** `16:15:00–16:30:00`, `2 Mar 16:15:00–16:30:00`, `2 Mar 23:00:00 – 3 Mar 01:00:00`, or whole days: `2 Mar – 8 Mar`. */
  readonly span: (span: Span) => string
  /** What is shown, as a heading: `Mon, 2 March 2026`, `March 2026`, `2 Mar 2026 14:00:00–20:00:00`. */
  readonly title: string
}

export function timeWords(frame: Frame, shown: Span, language: Language): TimeWords {
  const isOneDay = dayInFrame(shown.from, frame) === dayInFrame(shown.to - 1, frame)
  const isOneYear = dayInFrame(shown.from, frame).slice(0, 4) === dayInFrame(shown.to - 1, frame).slice(0, 4)
  const write = isOneYear ? shortDayText : mediumDayText
  const day = (at: number) => write(dayInFrame(at, frame), language)
  return {
    at: (at) => (isOneDay ? clockText(at, frame) : `${day(at)} ${clockText(at, frame)}`),
    span: (span) =>
      isOneDay && isWithinADay(span, frame) ? rangeText(span, frame) : datedRange(span, frame, day),
    title: titleOf(shown, frame, language),
  }
}

const isWithinADay = ({ from, to }: Span, frame: Frame): boolean =>
  dayInFrame(from, frame) === dayInFrame(Math.max(from, to - 1), frame)

function datedRange(span: Span, frame: Frame, day: (at: number) => string): string {
  if (isWholeDays(span, frame)) {
    const [first, last] = [day(span.from), day(span.to - 1)]
    return first === last ? first : `${first} – ${last}`
  }
  if (spanLength(span) <= SECOND) return `${day(span.from)} ${clockText(span.from, frame)}`
  if (isWithinADay(span, frame)) return `${day(span.from)} ${rangeText(span, frame)}`
  return `${day(span.from)} ${clockText(span.from, frame)} – ${day(span.to)} ${clockText(span.to, frame)}`
}

/** From midnight to midnight, which on days of 23 or 25 hours is not a matter of length. */
const isWholeDays = (span: Span, frame: Frame): boolean =>
  spanLength(span) > DAY_OF_HOURS / 2 &&
  clockText(span.from, frame) === '00:00:00' &&
  clockText(span.to, frame) === '00:00:00'

function titleOf(shown: Span, frame: Frame, language: Language): string {
  const first = dayInFrame(shown.from, frame)
  const whole = spanOfDay(first, frame)
  if (whole.from === shown.from && whole.to === shown.to) return dayText(first, language)
  const preset = presetOf(shown, frame.zone, shown)
  if (preset === 'month') return monthText(first, language)
  if (preset === 'year') return first.slice(0, 4)
  return datedRange(shown, frame, (at) => mediumDayText(dayInFrame(at, frame), language))
}
