import { recordsWithin } from '../../shared/analyse/clocks/placed-records.ts'
import type { Span } from '../../shared/time/span.ts'
import type { Known } from './questions/question.ts'
import type { Frame } from './frame.ts'

/** Ids of the rows that lie in a stretch of a frame, in the order of time. */
export function rowsWithin({ derived }: Known, range: Span, frame: Frame): readonly string[] {
  const { records } = derived.on(frame.wall ? 'wall' : 'utc').frame
  return recordsWithin(records, range).map(({ record }) => record.id)
}
