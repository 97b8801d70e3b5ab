import { framesOf, recordsWithin } from '../../shared/analyse/placed-records.ts'
import type { Span } from '../../shared/time/span.ts'
import type { Known } from './questions/question.ts'
import type { Frame } from './frame.ts'

/** Ids of the rows that lie in a stretch of a frame, in the order of time. */
export function rowsWithin({ evidence, report }: Known, range: Span, frame: Frame): readonly string[] {
  const frames = framesOf(evidence.records, report.zone)
  const { records } = frame.wall ? frames.wall : frames.utc
  return recordsWithin(records, range).map(({ record }) => record.id)
}
