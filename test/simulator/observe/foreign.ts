import type { QuotaSnapshot } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/time/duration.ts'
import type { Random } from '../random.ts'
import type { Call } from '../world/call.ts'
import type { World } from '../world/run.ts'
import type { Observer } from './observer.ts'
import { readMeters } from './readings.ts'

/** Numbers of calls of the other account begin here, so that ids never collide. */
const FIRST_NUMBER = 10_000_000

/** Calls of another account that got into the same input: ordinary work, all of it admitted. */
export function foreignCalls(
  { scenario }: World,
  { foreign, until }: Observer,
  random: Random,
): readonly Call[] {
  if (foreign !== 'all') return []
  const calls: Call[] = []
  const caller = { ...scenario.clients[0].caller, device: 9 }
  for (let at = scenario.begin; at < until; at += random.skewed(10 * SECOND, 40 * MINUTE)) {
    const start = Math.floor(at)
    const end = start + random.between(2 * SECOND, MINUTE)
    calls.push({ number: FIRST_NUMBER + calls.length, caller, start, end, refusal: null })
  }
  return calls
}

/** A few readings of the other account, whose windows reset at other times and are hardly used. */
export function foreignReadings(world: World, observer: Observer, random: Random): readonly QuotaSnapshot[] {
  if (observer.foreign === 'none') return []
  const [first] = world.scenario.terms
  const shift = random.between(20 * MINUTE, 4 * HOUR)
  const windows = first.windows.map((window) => ({
    ...window,
    anchor: Math.floor(window.anchor + shift),
    // it opens its windows with calls of its own
    ...(window.opened ? { opened: window.opened.map((at) => Math.floor(at + shift)) } : {}),
    usedAtStart: random.between(0, 40),
    costPerCall: 0,
  }))
  const terms = [{ ...first, windows }] as const
  const other: World = {
    ...world,
    scenario: { ...world.scenario, terms },
    ledger: { book: () => undefined, used: ({ usedAtStart }) => usedAtStart },
  }
  const seldom = { ...observer, metersEvery: random.pick([10 * MINUTE, 60 * MINUTE, 240 * MINUTE]) }
  return readMeters(other, seldom, random)
}
