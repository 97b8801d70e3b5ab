import type { Evidence } from '../../evidence/evidence.ts'
import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import type { Report } from '../report.ts'
import { inOrder, listedTime, readingTimes, type ListedTime } from './listed-time.ts'

/** A reading of the meters, whether or not a fact rests on it. */
export interface ListedReading {
  readonly snapshot: QuotaSnapshot
  /** When it was taken: as the analysis places it, else as it says itself. */
  readonly time: ListedTime
}

/** Every reading of the evidence, oldest first, after those that nothing dates. */
export function listReadings({
  report,
  evidence: { snapshots },
}: {
  readonly report: Pick<Report, 'zone' | 'readings'>
  readonly evidence: Pick<Evidence, 'snapshots'>
}): readonly ListedReading[] {
  const placed = readingTimes(report)
  return snapshots
    .map((snapshot) => {
      const stated = listedTime(snapshot.when, report.zone)
      return { snapshot, time: { ...stated, span: placed.get(snapshot.id) ?? stated.span } }
    })
    .toSorted((a, b) => inOrder(a.time, b.time) || (a.snapshot.id < b.snapshot.id ? -1 : 1))
}
