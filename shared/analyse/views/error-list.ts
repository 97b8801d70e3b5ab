import type { Concluded } from '../analysis.ts'
import type { ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import { causesNamed } from '../blocks/error-causes.ts'
import type { Cause } from '../report.ts'
import { errorsWithoutRepeats } from '../logs/without-repeats.ts'
import { inOrder, listedTime, readingTimes, type ListedTime } from './listed-time.ts'

/** A refusal that the evidence tells of, whether or not an incident rests on it. */
export interface ListedError {
  readonly error: ErrorObservation
  readonly time: ListedTime
  /** The time is that of the reading which was pasted after it. */
  readonly assumed: boolean
  /** The causes that its class names; several where it leaves open which. */
  readonly names: readonly Cause[]
  /** So many refused tries it stands for. */
  readonly count: number
}

/** Every error text of the evidence, oldest first, after those that nothing dates. */
export function listErrors({ report, evidence }: Concluded): readonly ListedError[] {
  const readings = readingTimes(report)
  return errorsWithoutRepeats(evidence)
    .map((error): ListedError => {
      const stated = listedTime(error.when, report.zone)
      const together = error.readWith === null ? undefined : readings.get(error.readWith)
      const assumed = stated.span === null && stated.local === null && together !== undefined
      return {
        error,
        time: assumed ? { ...stated, span: together } : stated,
        assumed,
        names: causesNamed(error),
        count: error.attempts ?? 1,
      }
    })
    .toSorted((a, b) => inOrder(a.time, b.time) || (a.error.id < b.error.id ? -1 : 1))
}
