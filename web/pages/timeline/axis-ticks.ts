import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { instant, type Instant } from '../../../shared/time/instant.ts'
import { spanLength, type Span } from '../../../shared/time/span.ts'
import { minuteText, type Frame } from '../../data/frame.ts'

export interface Tick {
  readonly at: Instant
  readonly text: string
}

const STEPS = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720].map((minutes) => minutes * MINUTE)

/**
 * The moments at which the clock shows a round time, at most `most` of them. Counted on the clock that is shown, so that
 * ticks stay round on days of 23 or 25 hours and in zones that are not whole hours from UTC: a change at 02:00 leaves
 * 03:00 where the clock shows it.
 */
export function axisTicks(range: Span, frame: Frame, most: number): readonly Tick[] {
  const step = STEPS.find((each) => spanLength(range) / each <= most) ?? 12 * HOUR
  // Clocks are changed by whole or half hours at whole quarters, so looking at quarters (or finer) meets every round time.
  const stride = Math.min(step, 15 * MINUTE)
  const ticks: Tick[] = []
  for (let at = Math.ceil(range.from / stride) * stride; at < range.to; at += stride) {
    const text = minuteText(instant(at), frame)
    if (sinceMidnight(text) % step === 0) ticks.push({ at: instant(at), text })
  }
  return ticks
}

/** `17:20` → milliseconds. */
const sinceMidnight = (text: string): number =>
  Number(text.slice(0, 2)) * HOUR + Number(text.slice(3, 5)) * MINUTE

/** Where in a range a moment lies, in percent of its length. */
export const shareOf = (at: number, range: Span): number => ((at - range.from) / spanLength(range)) * 100
