import { placeWhen } from '../../evidence/local-time.ts'
import type { LocalTime, When } from '../../evidence/when.ts'
import type { Span } from '../../time/span.ts'
import type { Zone } from '../../time/zone.ts'
import type { Report } from '../report.ts'

/** When a piece of evidence was: in UTC, else as it was printed without a zone; both null where nothing dates it. */
export interface ListedTime {
  readonly span: Span | null
  readonly local: LocalTime | null
  /** Clocks were put back over it: it was one of two moments. */
  readonly ambiguous: boolean
}

/** The time that a piece of evidence states. */
export function listedTime(when: When, zone: Zone): ListedTime {
  const placed = placeWhen(when, zone)
  if (placed.kind === 'span')
    return { span: placed.span, local: placed.local ?? null, ambiguous: placed.ambiguous ?? false }
  return { span: null, local: placed.kind === 'local' ? placed.local : null, ambiguous: false }
}

/** Oldest first: by UTC where it is known, else by the wall clock, after those that nothing dates. */
export const inOrder = (a: ListedTime, b: ListedTime): number => {
  const [first, second] = [clockOf(a), clockOf(b)]
  return first === second ? 0 : first < second ? -1 : 1
}

const clockOf = ({ span, local }: ListedTime): number => span?.from ?? local?.wall ?? Number.NEGATIVE_INFINITY

/** When the analysis says that readings were taken, by the id of the reading. */
export const readingTimes = ({ readings }: Pick<Report, 'readings'>): ReadonlyMap<string, Span> =>
  new Map(readings.map(({ snapshot, span }) => [snapshot, span]))
