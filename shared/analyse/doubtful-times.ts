import type { Evidence } from '../evidence/evidence.ts'
import { placeWhen } from '../evidence/local-time.ts'
import type { When } from '../evidence/when.ts'
import type { Zone } from '../time/zone.ts'

/** A local time that its zone has twice, or skips. */
export interface DoubtfulTime {
  readonly id: string
  readonly text: string
}

/** All doubtful times, in the order of their ids. */
export function doubtfulTimes(
  { records, errors, calls }: Pick<Evidence, 'records' | 'errors' | 'calls'>,
  zone: Zone,
): readonly DoubtfulTime[] {
  const doubtful: DoubtfulTime[] = []
  for (const timed of [records, errors, calls])
    for (const each of timed) {
      const text = doubtfulText(placeWhen(each.when, zone))
      if (text !== null) doubtful.push({ id: each.id, text })
    }
  return doubtful.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function doubtfulText(when: When): string | null {
  if (when.kind === 'span' && when.ambiguous) return when.local?.text ?? null
  return when.kind === 'local' && when.skipped ? when.local.text : null
}
