import { localResetSpan } from '../evidence/local-reset.ts'
import type { ResetReading } from '../evidence/quota-snapshot.ts'
import { MINUTE } from '../time/duration.ts'
import { formatInstant } from '../time/format.ts'
import type { Zone } from '../time/zone.ts'
import type { Say } from './say.ts'
import { zoneToShow } from './span-text.ts'

/**
 * When a window ends. What a page printed to the minute is the first moment of that minute where its zone is known; else,
 * and of a day, its own text.
 */
export function resetText(reset: Exclude<ResetReading, { kind: 'in' }>, zone: Zone, say: Say): string {
  if (reset.kind === 'at') return formatInstant(reset.at, zoneToShow(zone))
  const span = localResetSpan(reset)
  if (span && reset.length <= MINUTE) return formatInstant(span.from, zoneToShow(zone))
  return reset.zone === null ? say('label', 'pageClock', { time: reset.text }) : reset.text
}
