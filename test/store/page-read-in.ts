import type { Evidence } from '../../shared/evidence/evidence.ts'
import { evidenceWith, page, type row } from '../analyse/build.ts'

/** A page whose rows say that they were read in it. */
export function pageReadIn(rows: ReturnType<typeof row>[]): Evidence {
  const { captures, records } = page(rows)
  const origins = captures.map(({ id }) => ({ capture: id, at: 'line 1' }))
  return evidenceWith({ captures, records: records.map((record) => ({ ...record, origins })) })
}
