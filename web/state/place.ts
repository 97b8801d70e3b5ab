import { readDay, type Day } from '../../shared/time/day.ts'
import { readInstant, writeInstant, type Instant } from '../../shared/time/instant.ts'
import { span, type Span } from '../../shared/time/span.ts'
import { readZone, type Zone } from '../../shared/time/zone.ts'

export const VIEWS = [
  'incidents',
  'timeline',
  'compare',
  'year',
  'accounts',
  'records',
  'bring-in',
  'hand-on',
  'settings',
] as const
export type View = (typeof VIEWS)[number]

/** By what a list may be narrowed. What the text means, the view says. */
export const FILTER_NAMES = [
  'text',
  'grade',
  'cause',
  'from',
  'to',
  'tag',
  'outcome',
  'installation',
  'sort',
] as const
export type FilterName = (typeof FILTER_NAMES)[number]
export type Filter = Readonly<Partial<Record<FilterName, string>>>

/** Where in the console the reader is. All of it is in the address, so that a place can be sent and gone back to. */
export interface Place {
  /** Null: nowhere yet; the console decides by what it holds. */
  readonly view: View | null
  readonly day: Day | null
  /** A stretch of time, on the clock that the page shows; `day` is the short way to say one. */
  readonly range: Span | null
  /** Days side by side. */
  readonly days: readonly Day[]
  /** 5 h windows side by side, by the moments at which they begin. */
  readonly windows: readonly Instant[]
  /** A zone tried on; null while the one of the settings holds. */
  readonly zone: Zone | null
  readonly incident: string | null
  /** The part of a view that is open: `snapshots` of the records. */
  readonly part: string | null
  /** What the list of the view is narrowed to; empty for all. */
  readonly filter: Filter
}

export const NOWHERE: Place = {
  view: null,
  day: null,
  range: null,
  days: [],
  windows: [],
  zone: null,
  incident: null,
  part: null,
  filter: {},
}

/** `#/timeline?day=2026-03-02&zone=%2B01:00`; what cannot be read is left out, so a wrong address still shows a page. */
export function readPlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const found = new URLSearchParams(query)
  return {
    view: VIEWS.find((view) => view === path) ?? null,
    day: readDay(found.get('day') ?? ''),
    range: readRange(found.get('range') ?? ''),
    days: (found.get('days') ?? '').split(',').flatMap((text) => readDay(text) ?? []),
    windows: (found.get('windows') ?? '').split(',').flatMap((text) => readInstant(text) ?? []),
    zone: readZoneOrNull(found.get('zone')),
    incident: found.get('incident'),
    part: found.get('part'),
    filter: readFilter(found),
  }
}

/**
 * The account that an address asks for, as the extension writes it when it opens the console; null for none. It is no part
 * of a place: a label means something in this browser only, and an address may be sent to others.
 */
export const accountAsked = (hash: string): string | null =>
  new URLSearchParams(hash.split('?')[1] ?? '').get('account')

function readFilter(found: URLSearchParams): Filter {
  const set = FILTER_NAMES.flatMap((name) => {
    const text = found.get(name)
    return text ? [[name, text] as const] : []
  })
  return Object.fromEntries(set)
}

/** `2026-03-02T00:00:00Z/2026-03-02T06:00:00Z`, an interval as ISO 8601 writes it. */
function readRange(text: string): Span | null {
  const [from = null, to = null] = text.split('/').map(readInstant)
  return from !== null && to !== null && from < to ? span(from, to) : null
}

const readZoneOrNull = (text: string | null): Zone | null => (text ? readZone(text) : null)

/** The address of a place, without the parts that are not set. */
export function writePlace(place: Place): string {
  const query = new URLSearchParams()
  if (place.day) query.set('day', place.day)
  if (place.range) query.set('range', `${writeInstant(place.range.from)}/${writeInstant(place.range.to)}`)
  if (place.days.length > 0) query.set('days', place.days.join(','))
  if (place.windows.length > 0) query.set('windows', place.windows.map(writeInstant).join(','))
  if (place.zone) query.set('zone', place.zone)
  if (place.incident) query.set('incident', place.incident)
  if (place.part) query.set('part', place.part)
  for (const name of FILTER_NAMES) {
    const text = place.filter[name]
    if (text) query.set(name, text)
  }
  const text = query.toString()
  return `#/${place.view ?? ''}${text === '' ? '' : `?${text}`}`
}
