import type { BlockedWindow, IncidentPart } from '../analyse/report.ts'
import { formatInstant } from '../time/format.ts'
import { writeWallTime } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import type { Say } from './say.ts'
import { spanText, wallSpanText, zoneToShow } from './span-text.ts'

/** When a part was: since when, where it is still on. */
export const partSpanText = (part: IncidentPart, zone: Zone, say: Say): string =>
  part.open ? say('when', 'since', { when: fromText(part, zone, say) }) : blockSpanText(part, zone, say)

/** From when to when, in the zone, or as the wall clock showed it while the zone is unknown. */
export function blockSpanText(
  { span, local }: Pick<BlockedWindow, 'span' | 'local'>,
  zone: Zone,
  say: Say,
): string {
  if (span) return spanText(span, zone)
  if (local) return say('when', 'local', { range: wallSpanText(local.from, local.to) })
  return say('when', 'undated')
}

function fromText({ span, local }: Pick<BlockedWindow, 'span' | 'local'>, zone: Zone, say: Say): string {
  if (span) return formatInstant(span.from, zoneToShow(zone))
  if (local) return say('when', 'local', { range: writeWallTime(local.from) })
  return say('when', 'undated')
}
