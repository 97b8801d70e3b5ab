import { MAX_COMPARED } from '../../../../shared/analyse/views/days.ts'
import type { Alignment } from '../../../../shared/analyse/views/day-slots.ts'
import type { Stretch } from '../../../../shared/analyse/blocks/stretch.ts'
import { writeInstant } from '../../../../shared/time/instant.ts'
import type { Place } from '../../../state/place.ts'

export const ALIGNMENTS = ['clock', 'window', 'first_request'] as const satisfies readonly Alignment[]

/** What is compared: days, or 5 h windows. The address holds either. */
export type CompareKind = Stretch['kind']

/** What the address asks to be laid side by side, without repeats, at most as many as can be told apart. */
export function stretchesOf({ days, windows }: Pick<Place, 'days' | 'windows'>): readonly Stretch[] {
  const asked: readonly Stretch[] =
    windows.length > 0
      ? windows.map((from) => ({ kind: 'window', from }))
      : days.map((day) => ({ kind: 'day', day }))
  const first = new Map(asked.map((stretch) => [keyOf(stretch), stretch]))
  return [...first.values()].slice(0, MAX_COMPARED)
}

/** Names a stretch in keys of lists. */
export const keyOf = (stretch: Stretch): string =>
  stretch.kind === 'day' ? stretch.day : writeInstant(stretch.from)

/** The part of an address that holds these stretches. */
export const placeOfStretches = (stretches: readonly Stretch[]): Pick<Place, 'days' | 'windows'> => ({
  days: stretches.flatMap((stretch) => (stretch.kind === 'day' ? [stretch.day] : [])),
  windows: stretches.flatMap((stretch) => (stretch.kind === 'window' ? [stretch.from] : [])),
})

/** Puts one in at the end, or takes it out; nothing changes where there is no room for one more. */
export function toggled(stretches: readonly Stretch[], stretch: Stretch): readonly Stretch[] {
  const key = keyOf(stretch)
  if (stretches.some((each) => keyOf(each) === key)) return stretches.filter((each) => keyOf(each) !== key)
  return stretches.length < MAX_COMPARED ? [...stretches, stretch] : stretches
}

/** Makes it the first, against which all others are held. */
export const madeFirst = (stretches: readonly Stretch[], stretch: Stretch): readonly Stretch[] => [
  stretch,
  ...stretches.filter((each) => keyOf(each) !== keyOf(stretch)),
]
