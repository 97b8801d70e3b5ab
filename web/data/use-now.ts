import { useCallback, useEffect, useState } from 'react'
import type { Reset } from '../../shared/analyse/report.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Clock } from '../../shared/time/clock.ts'

/**
 * The moment that a report is made for. It moves on when the page comes back into view, and when a reset of the last
 * report comes due: between those, nothing that a report says depends on it, and a report is too dear for every second.
 * Who writes one down has it made for the minute (`lookAgain`).
 */
export function useNow(
  clock: Clock,
  upcoming: readonly Reset[],
): readonly [now: Instant, lookAgain: () => void] {
  const [now, setNow] = useState(() => clock.now())
  const next = nextOf(upcoming, now)
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') setNow(clock.now())
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [clock])
  useEffect(() => {
    if (next === null) return
    // Looking again and again, not one long timer: a machine that sleeps stops timers, not clocks.
    const look = setInterval(() => {
      if (clock.now() >= next) setNow(clock.now())
    }, MINUTE)
    return () => clearInterval(look)
  }, [clock, next])
  const lookAgain = useCallback(
    () => setNow((before) => (clock.now() - before >= MINUTE ? clock.now() : before)),
    [clock],
  )
  return [now, lookAgain]
}

const nextOf = (upcoming: readonly Reset[], now: Instant): Instant | null =>
  upcoming
    .filter(({ at }) => at > now)
    .map(({ at }) => at)
    .toSorted((a, b) => a - b)[0] ?? null
