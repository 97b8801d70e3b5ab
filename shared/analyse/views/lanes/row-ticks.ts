import { MINUTE } from '../../../time/duration.ts'
import type { Instant } from '../../../time/instant.ts'
import type { Span } from '../../../time/span.ts'
import type { Outcome } from '../../../evidence/kinds/usage-record.ts'
import { recordsWithin, type Frame } from '../../clocks/placed-records.ts'

/** One row on a timeline that is near enough to show each. */
export interface RowTick {
  readonly id: string
  readonly at: Instant
  readonly outcome: Outcome
  readonly source: string | null
  readonly client: string | null
  readonly model: string | null
  readonly status: string | null
}

/** More rows than this are not told apart at one look, and further away than this bars say more (our choice). */
const MOST = 400
const NEAREST_BAR = 10 * MINUTE

/** The rows of a range one by one; null where they are too many, or the range so long that bars say more. */
export function rowTicks(frame: Frame, range: Span, step: number): readonly RowTick[] | null {
  if (step > NEAREST_BAR) return null
  const rows = recordsWithin(frame.records, range)
  if (rows.length > MOST) return null
  return rows.map(({ at, record }) => ({
    id: record.id,
    at,
    outcome: record.outcome,
    source: record.source.name,
    client: record.userAgent,
    model: record.model,
    status: record.status === null ? record.statusText : String(record.status),
  }))
}
