import type { Evidence } from '../../evidence/evidence.ts'
import { placeWhen } from '../../evidence/local-time.ts'
import type { When } from '../../evidence/when.ts'
import type { Span } from '../../time/span.ts'
import type { Zone } from '../../time/zone.ts'

/** A local time that its zone has twice, or skips. */
export interface DoubtfulTime {
  readonly id: string
  readonly text: string
  /** From the earlier of two such times to the end of the later; null where the zone has none. */
  readonly span: Span | null
  /** A request that was served. */
  readonly served: boolean
}

/** All doubtful times, in the order of their ids. */
export function doubtfulTimes(
  { records, errors, calls }: Pick<Evidence, 'records' | 'errors' | 'calls'>,
  zone: Zone,
): readonly DoubtfulTime[] {
  const doubtful: DoubtfulTime[] = []
  for (const timed of [records, errors, calls])
    for (const each of timed) {
      const time = doubtfulTime(placeWhen(each.when, zone))
      if (time)
        doubtful.push({ id: each.id, ...time, served: 'outcome' in each && each.outcome === 'success' })
    }
  return doubtful.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function doubtfulTime(when: When): Pick<DoubtfulTime, 'text' | 'span'> | null {
  if (when.kind === 'span' && when.ambiguous && when.local) return { text: when.local.text, span: when.span }
  return when.kind === 'local' && when.skipped ? { text: when.local.text, span: null } : null
}
