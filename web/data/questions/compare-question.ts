import { compareStretches, MAX_COMPARED, type Comparison } from '../../../shared/analyse/views/days.ts'
import type { Alignment } from '../../../shared/analyse/views/day-slots.ts'
import type { Stretch } from '../../../shared/analyse/blocks/stretch.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { zoneOfDays } from '../compare-zone.ts'
import type { Question } from './question.ts'

interface CompareAsk {
  readonly stretches: readonly Stretch[]
  readonly alignment: Alignment
}

export interface Compared extends Comparison {
  /** The zone of the days; `unknown`: days of the clock that printed the rows. */
  readonly zone: Zone
}

/** Days or windows side by side; of more than can be compared, the first. */
export const compareQuestion: Question<CompareAsk, Compared> = {
  name: 'compare',
  answer: (known, { stretches, alignment }) => {
    const zone = zoneOfDays(known)
    return { zone, ...compareStretches(known, stretches.slice(0, MAX_COMPARED), { zone, alignment }) }
  },
}
