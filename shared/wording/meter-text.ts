import type { MeterConflict } from '../analyse/views/meter-conflicts.ts'
import type { Meter } from '../evidence/kinds/quota-snapshot.ts'
import { formatDuration, formatInstant, type Language } from '../time/format.ts'
import { MINUTE } from '../time/duration.ts'
import type { Zone } from '../time/zone.ts'
import type { Say } from './say.ts'
import { zoneToShow } from './span-text.ts'
import { percentText } from './value-text.ts'

/** How the numbers of one reading disagree, in a sentence. */
export function conflictText(conflict: MeterConflict, zone: Zone, language: Language, say: Say): string {
  const meter = meterText(conflict.meter, language, say)
  switch (conflict.kind) {
    case 'placeholder':
    case 'placeholder_beside':
      return say('conflict', conflict.kind, { meter })
    case 'sum': {
      const { used, remaining, limit } = conflict
      return say('conflict', 'sum', { meter, used: `${used}`, remaining: `${remaining}`, limit: `${limit}` })
    }
    case 'share': {
      const [a, b] = [percentText(conflict.a, language), percentText(conflict.b, language)]
      return say('conflict', 'share', { meter, ...encodings(conflict, say), a, b })
    }
    case 'reset': {
      const [a, b] = [
        formatInstant(conflict.a, zoneToShow(zone)),
        formatInstant(conflict.b, zoneToShow(zone)),
      ]
      return say('conflict', 'reset', { meter, ...encodings(conflict, say), a, b })
    }
  }
}

const encodings = ({ meter, other }: { readonly meter: Meter; readonly other: Meter }, say: Say) => ({
  one: say('encoding', meter.encoding),
  other: say('encoding', other.encoding),
})

/** A meter by its window, and by its pool where the month has two; one of unknown kind by its length. */
export function meterText(
  { window, pool, minutes }: Pick<Meter, 'window' | 'pool' | 'minutes'>,
  language: Language,
  say: Say,
): string {
  if (window === 'other' && minutes !== null) return formatDuration(minutes * MINUTE, language)
  const name = say('window', window)
  return pool === null ? name : `${name} (${say('label', pool === 'code' ? 'poolCode' : 'poolTotal')})`
}
