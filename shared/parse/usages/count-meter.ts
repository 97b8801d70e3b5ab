import type { Meter } from '../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../time/instant.ts'
import { ABSENT } from '../json/leaf.ts'
import type { CountBody } from './meter.schema.ts'
import { readReset } from './reset.ts'
import { tidyPercent } from './tidy-percent.ts'
import type { WindowReading } from './window.ts'

/**
 * A meter that counts. The share comes from `used`, else from `remaining`; what the service leaves out is zero by its
 * encoding (docs/kimi.md#encoding), but such a zero is only `explicit` where the other number shows it:
 *
 *     limit 100, used 33                →  33 %
 *     limit 100, remaining 100          →   0 %, explicit (the staff example of March 2026)
 *     limit 100                         →   0 %, not explicit
 *     limit 100, used 125               → 125 %
 *     limit 100, used -1 · limit 0      → unknown, with the reason in `missing`
 */
export function countMeter(window: WindowReading, body: CountBody, at: Instant | null): Meter {
  const { reset, missing } = readReset(body, at)
  const { usedPercent, explicit } = usedShare(body)
  return {
    window: window.window,
    pool: window.pool,
    minutes: window.minutes,
    encoding: 'count',
    usedPercent,
    resolution: isLimit(body.limit.value) ? tidyPercent(100 / body.limit.value) : 1,
    explicit,
    reset,
    missing: [...window.missing, ...numberProblems(body), ...missing],
    limit: body.limit.value,
    used: body.used.value,
    remaining: body.remaining.value,
  }
}

// Less than one request or percent is none; a share of 5e-324 would not even be finite.
const isLimit = (limit: number | null): limit is number => limit !== null && limit >= 1
const isCount = (count: number | null): count is number => count !== null && count >= 0

function usedShare({ limit, used, remaining }: CountBody): Pick<Meter, 'usedPercent' | 'explicit'> {
  const unknown = { usedPercent: null, explicit: false }
  if (!isLimit(limit.value)) return unknown
  const whole = limit.value
  const share = (count: number) => ({ usedPercent: tidyPercent((count / whole) * 100), explicit: true })
  if (isCount(used.value)) return share(used.value)
  if (isCount(remaining.value) && remaining.value <= whole) return share(whole - remaining.value)
  return used.problem === ABSENT && remaining.problem === ABSENT
    ? { usedPercent: 0, explicit: false }
    : unknown
}

function numberProblems({ limit, used, remaining }: CountBody): string[] {
  const problems = {
    limit: limit.problem ?? (limit.value >= 1 ? null : `${limit.value} is no limit`),
    used: used.problem ?? belowZero(used.value),
    remaining:
      remaining.problem ??
      (isLimit(limit.value) && remaining.value > limit.value
        ? `${remaining.value} is more than the limit ${limit.value}`
        : belowZero(remaining.value)),
  }
  return Object.entries(problems).flatMap(([name, problem]) =>
    problem === null ? [] : `${name}: ${problem}`,
  )
}

const belowZero = (count: number) => (count < 0 ? `${count} is below zero` : null)
