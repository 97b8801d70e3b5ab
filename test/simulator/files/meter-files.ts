import { quotaBody } from '../observe/quota-body.ts'
import type { Observer } from '../observe/observer.ts'
import type { Random } from '../random.ts'
import type { World } from '../world/run.ts'
import { captureLine, type CaseFile } from './case-file.ts'

/** No more readings than these, the last ones: a case is to stay small. */
const MAX_READINGS = 60

/** Readings of the meters: bodies with their moments, or two bodies that somebody copied. */
export function meterFiles(world: World, observer: Observer, random: Random): readonly CaseFile[] {
  const { metersEvery, metersDated, until, style, readerAhead } = observer
  if (metersEvery === null) return []
  const moments: number[] = []
  for (let at = world.scenario.begin + random.between(0, metersEvery); at < until; at += metersEvery)
    moments.push(Math.floor(at))
  if (!metersDated)
    return moments
      .filter(() => random.chance(3 / moments.length))
      .slice(0, 2)
      .map((at, index) => ({
        name: `usages-${index + 1}.json`,
        text: `${JSON.stringify(quotaBody(world, observer, at))}\n`,
      }))
  const source = style === 'stats' ? 'GetSubscriptionStats' : 'usages'
  const readAt = moments.slice(-MAX_READINGS)
  const lines = readAt.map((at) => captureLine(at + readerAhead, source, quotaBody(world, observer, at)))
  return lines.length === 0 ? [] : [{ name: 'meters.ndjson', text: lines.join(''), readAt }]
}
