import { DAY_OF_HOURS, HOUR, MINUTE, SECOND } from '../../../time/duration.ts'

/** What is left until a reset as printed: `ms`, and the smallest unit in the text. */
export interface Countdown {
  readonly ms: number
  readonly grain: number
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:d|days?|天|日)$/i, DAY_OF_HOURS],
  [/^(?:h|hrs?|hours?|小时|时)$/i, HOUR],
  [/^(?:m|mins?|minutes?|分钟?)$/i, MINUTE],
  [/^(?:s|secs?|seconds?|秒)$/i, SECOND],
]
const PART = /(\d{1,5})\s*([a-z]+|小时|分钟|[天日时分秒])(?:[\s,]|and\b)*/giy

/** Reads `5d 16h 43m`, `164 hours`, `6d 8h 25min`, `18 分钟`: units from large to small, the whole text. Else null. */
export function readCountdown(text: string): Countdown | null {
  const trimmed = text.trim()
  let ms = 0
  let grain = Infinity
  let end = 0
  for (const part of trimmed.matchAll(PART)) {
    const unit = UNITS.find(([name]) => name.test(part[2] ?? ''))?.[1]
    if (unit === undefined || unit >= grain) return null
    ms += Number(part[1]) * unit
    grain = unit
    end = part.index + part[0].length
  }
  return end > 0 && end === trimmed.length ? { ms, grain } : null
}
