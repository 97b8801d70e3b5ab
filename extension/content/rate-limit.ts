import { MINUTE } from '../../shared/time/duration.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** A console page makes a handful of read calls when it loads; many more in a minute are not the console. */
const MOST_PER_MINUTE = 60

/** Lets at most so many pass within any minute. */
export function rateLimit(now: () => Instant, most: number = MOST_PER_MINUTE): () => boolean {
  let passed: readonly Instant[] = []
  return () => {
    const at = now()
    passed = passed.filter((earlier) => at - earlier < MINUTE)
    if (passed.length >= most) return false
    passed = [...passed, at]
    return true
  }
}
