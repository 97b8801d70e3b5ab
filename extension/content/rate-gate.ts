import { MINUTE } from '../../shared/time/duration.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** A console page makes a handful of read calls when it loads; many more in a minute are not the console. */
const MAX_PER_MINUTE = 60

export interface GateSurroundings<Item> {
  readonly now: () => Instant
  /** Calls back once, after so many ms. */
  readonly after: (ms: number, then: () => void) => void
  readonly pass: (item: Item) => void
  /** One item was given up: a newer one of its kind had to wait as well. */
  readonly onDropped: () => void
}

/**
 * Lets at most so many pass within any minute. What comes too fast waits, the newest of each kind, so that a page that is
 * only quick loses nothing that a newer answer does not say; what gives way to a newer one is counted.
 *
 *     limit 2 a minute     a1 a2 a3 b1 a4         pass a1 a2, a minute later b1 a4; a3 is dropped
 */
export function createRateGate<Item>(
  { now, after, pass, onDropped }: GateSurroundings<Item>,
  most: number = MAX_PER_MINUTE,
): (kind: string, item: Item) => void {
  let passed: readonly Instant[] = []
  const waiting = new Map<string, Item>()
  let planned = false

  const release = () => {
    const at = now()
    passed = passed.filter((earlier) => at - earlier < MINUTE)
    for (const [kind, item] of waiting) {
      if (passed.length >= most) break
      waiting.delete(kind)
      passed = [...passed, at]
      pass(item)
    }
    const [first] = passed
    if (waiting.size === 0 || planned || first === undefined) return
    planned = true
    after(Math.max(1, first + MINUTE - at), () => {
      planned = false
      release()
    })
  }
  return (kind, item) => {
    if (waiting.delete(kind)) onDropped()
    waiting.set(kind, item)
    release()
  }
}
