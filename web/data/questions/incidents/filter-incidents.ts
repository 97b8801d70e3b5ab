import { CAUSES, type Cause, type Grade, type Incident } from '../../../../shared/analyse/report.ts'
import { dayOf, readDay, wallDay, type Day } from '../../../../shared/time/day.ts'
import { instant } from '../../../../shared/time/instant.ts'
import { UNKNOWN_ZONE, UTC, type Zone } from '../../../../shared/time/zone.ts'
import type { Filter } from '../../../state/place.ts'

export const GRADES = ['error_text', 'failed_rows', 'marked', 'suspected'] as const satisfies readonly Grade[]
export const LEADING = ['unknown', ...CAUSES] as const satisfies readonly (Cause | 'unknown')[]

/** What is searched of an incident: its sentences, and what the user wrote on it. */
export interface IncidentTexts {
  readonly words: readonly string[]
  readonly tags: readonly string[]
}

/**
 * The incidents that a filter leaves. `from` and `to` are days, both included; a block counts for every day that it
 * touches on the clock that it is shown on. A value that means nothing (an address typed by hand) narrows nothing.
 */
export function filterIncidents(
  incidents: readonly Incident[],
  filter: Filter,
  zone: Zone,
  textsOf: (incident: Incident) => IncidentTexts,
): readonly Incident[] {
  const grade = GRADES.find((each) => each === filter.grade)
  const cause = LEADING.find((each) => each === filter.cause)
  const from = readDay(filter.from ?? '')
  const to = readDay(filter.to ?? '')
  const wanted = wordsOf(filter.text ?? '')
  return incidents.filter((incident) => {
    if (grade && incident.block.grade !== grade) return false
    if (cause && incident.leading !== cause) return false
    if ((from || to) && !touches(incident, from, to, zone)) return false
    if (filter.tag === undefined && wanted.length === 0) return true
    const { words, tags } = textsOf(incident)
    if (filter.tag !== undefined && !tags.includes(filter.tag)) return false
    const all = [...words, ...tags].join('\n').toLowerCase()
    return wanted.every((word) => all.includes(word))
  })
}

/** Words in any order; what stands in quotes stays together. */
const wordsOf = (text: string): readonly string[] =>
  [...text.toLowerCase().matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')

function touches(incident: Incident, from: Day | null, to: Day | null, zone: Zone): boolean {
  const days = daysOfBlock(incident, zone)
  if (!days) return false
  return (!from || days.last >= from) && (!to || days.first <= to)
}

/** The first and last day of a block on the clock that it is shown on; null where nothing dates it. */
function daysOfBlock({ block }: Incident, zone: Zone): { readonly first: Day; readonly last: Day } | null {
  if (block.span) {
    const shown = zone === UNKNOWN_ZONE ? UTC : zone
    const last = Math.max(block.span.from, block.span.to - 1)
    return { first: dayOf(block.span.from, shown), last: dayOf(instant(last), shown) }
  }
  return block.local ? { first: wallDay(block.local.from), last: wallDay(block.local.to) } : null
}

/** How many parts of a filter are set. */
export const partsSet = (filter: Filter): number =>
  Object.values(filter).filter((text) => text !== undefined && text !== '').length
