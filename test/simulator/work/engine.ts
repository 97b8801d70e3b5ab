import TinyQueue from 'tinyqueue'
import type { Random } from '../random.ts'
import type { Call, Caller } from '../world/call.ts'
import type { Limiter } from '../world/limiter.ts'

interface Due {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

/** What happens next, and the calls that have happened. */
export interface Engine {
  readonly now: () => number
  /** Runs something `wait` ms from now; among equals, in the order asked for. */
  readonly after: (wait: number, run: () => void) => void
  /** Makes one request. `answered` runs when its answer is there. */
  readonly call: (caller: Caller, length: number, answered: (call: Call) => void) => void
  /** Runs all that is due until `end`; calls under way then are cut off. */
  readonly runUntil: (end: number) => readonly Call[]
}

export function newEngine(begin: number, limiter: Limiter, random: Random): Engine {
  const queue = new TinyQueue<Due>([], (a, b) => a.at - b.at || a.order - b.order)
  const calls: Call[] = []
  let now = begin
  let order = 0
  let number = 0

  const after: Engine['after'] = (wait, run) => queue.push({ at: now + wait, order: order++, run })

  const call: Engine['call'] = (caller, length, answered) => {
    const start = now
    const refusal = limiter.ask(start)
    const took = refusal ? random.between(80, 900) : length
    const mine = { number: number++, caller, start, end: start + took, refusal }
    after(took, () => {
      if (!refusal) limiter.done(now, random.skewed(0.4, 2.5))
      calls.push(mine)
      answered(mine)
    })
  }

  const runUntil: Engine['runUntil'] = (end) => {
    for (let next = queue.pop(); next && next.at <= end; next = queue.pop()) {
      now = next.at
      next.run()
    }
    return calls.toSorted((a, b) => a.start - b.start || a.number - b.number)
  }
  return { now: () => now, after, call, runUntil }
}

/** Books use that no call shows, in small steps. */
export function scheduleHeavyUse(
  { after, now }: Engine,
  limiter: Limiter,
  use: { readonly from: number; readonly to: number; readonly size: number },
): void {
  const steps = Math.max(1, Math.round((use.to - use.from) / 20_000))
  for (let step = 1; step <= steps; step++) {
    const at = use.from + ((use.to - use.from) * step) / steps
    after(at - now(), () => limiter.use(at, use.size / steps))
  }
}
