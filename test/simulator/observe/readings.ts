import type { QuotaSnapshot } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { evidenceId } from '../../../shared/evidence/id.ts'
import { UNDATED } from '../../../shared/evidence/when.ts'
import { parseSubscriptionStats } from '../../../shared/parse/console/get-subscription-stats.ts'
import type { ParseContext } from '../../../shared/parse/parser.ts'
import { parseUsages } from '../../../shared/parse/usages/usages.ts'
import { instant } from '../../../shared/time/instant.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import type { Random } from '../random.ts'
import type { World } from '../world/run.ts'
import type { Observer } from './observer.ts'
import { quotaBody } from './quota-body.ts'

/** Reads the meters as often as the observer does; undated ones are two bodies somebody pasted. */
export function readMeters(world: World, observer: Observer, random: Random): readonly QuotaSnapshot[] {
  const { metersEvery, metersDated, until } = observer
  if (metersEvery === null) return []
  const moments: number[] = []
  let at = world.scenario.begin + random.between(0, metersEvery)
  for (; at < until; at += metersEvery * random.between(0.9, 1)) moments.push(Math.floor(at))
  const kept = metersDated ? moments : moments.filter(() => random.chance(3 / moments.length)).slice(0, 2)
  return kept.flatMap((moment) => readMetersAt(world, observer, moment))
}

/** One reading, put through the parsers of the product: what they make of a body is part of what is tested. */
export function readMetersAt(world: World, observer: Observer, at: number): readonly QuotaSnapshot[] {
  const context: ParseContext = {
    capture: evidenceId('capture', 'quota', at),
    at: observer.metersDated ? instant(at + observer.readerAhead) : null,
    via: observer.metersDated ? 'page' : 'paste',
    input: 'quota',
    zone: UNKNOWN_ZONE,
  }
  const parse = observer.style === 'stats' ? parseSubscriptionStats : parseUsages
  const parsed = parse({ value: quotaBody(world, observer, at), at: '$', line: null }, context)
  if ((parsed.rejects ?? []).length > 0) throw new Error('the simulator wrote a body that cannot be read')
  return parsed.snapshots ?? []
}

/** The same reading as somebody pastes it: without a time. */
export const undatedReading = (world: World, observer: Observer, at: number): readonly QuotaSnapshot[] =>
  readMetersAt(world, { ...observer, metersDated: false }, at).map((snapshot) => ({
    ...snapshot,
    when: UNDATED,
  }))
