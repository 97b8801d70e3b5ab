import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { randomFrom } from '../random.ts'
import type { Observer } from './observer.ts'

/**
 * The observer with the log of a machine whose clock is a minute to half a day off; null for one who keeps no log. It has a
 * stream of chance of its own: all else is seen as it was.
 */
export function withWrongLogClock(observer: Observer, seed: number): Observer | null {
  if (observer.errors !== 'log' && observer.errors !== 'log_last_try') return null
  const random = randomFrom(seed, 'log clock')
  const off = Math.round(random.skewed(MINUTE, 12 * HOUR))
  return { ...observer, logAhead: random.chance(0.5) ? off : -off }
}
