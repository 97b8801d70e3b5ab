import { DAY_OF_HOURS } from '../../../time/duration.ts'
import { startOfDay, wallDay, type Day } from '../../../time/day.ts'
import { wallTime, type WallTime } from '../../../time/wall.ts'
import { offsetAt, UNKNOWN_ZONE, type Zone } from '../../../time/zone.ts'
import type { Incident } from '../../report.ts'
import type { ClaimedTime } from './read-claim.ts'

/**
 * The wall time that is claimed. Without a day it is that of the incident whose clock comes nearest to it: "17:20" said
 * about a block from 16:18 to 17:22 is 17:20 of that day. Null where there is no incident with a clock of its own.
 */
export function claimedWall(time: ClaimedTime, incidents: readonly Incident[], zone: Zone): WallTime | null {
  if (time.day !== null) return onDay(time.day, time)
  const candidates = incidents.flatMap((incident) => {
    const edges = wallEdges(incident, zone)
    if (!edges) return []
    const wall = onDay(wallDay(edges.from), time)
    const away = Math.max(edges.from - wall, wall - edges.to, 0)
    return [{ wall, away }]
  })
  return candidates.toSorted((a, b) => a.away - b.away)[0]?.wall ?? null
}

const onDay = (day: Day, { sinceMidnight }: ClaimedTime): WallTime =>
  wallTime(startOfDay(day) + sinceMidnight)

function wallEdges(
  { block }: Incident,
  zone: Zone,
): { readonly from: WallTime; readonly to: WallTime } | null {
  if (block.local) return block.local
  if (!block.span || block.span.to - block.span.from > DAY_OF_HOURS || zone === UNKNOWN_ZONE) return null
  const { from, to } = block.span
  return { from: wallTime(from + offsetAt(zone, from)), to: wallTime(to + offsetAt(zone, to)) }
}
