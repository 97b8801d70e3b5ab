import type { Outcome } from '../../../shared/evidence/kinds/usage-record.ts'
import { ROW_SORTS, type RowFilter, type RowOrder } from '../../data/questions/rows/find-rows.ts'
import { readWallTime } from '../../../shared/time/wall.ts'
import type { Filter } from '../../state/place.ts'

export const OUTCOME_CHOICES: readonly (Outcome | 'any')[] = ['any', 'success', 'failure', 'unknown']

/** What the address says of the rows to show; what it does not say is all of them. */
export const readRowFilter = ({
  text = '',
  outcome,
  installation,
  from = '',
  to = '',
}: Filter): RowFilter => ({
  text,
  installation: installation ?? null,
  from: readWallTime(from),
  to: readWallTime(to),
  outcome: OUTCOME_CHOICES.find((each) => each === outcome) ?? 'any',
})

/** `client` for the clients from Z to A, `client.up` from A to Z; newest first where nothing can be read. */
export function readOrder(text = ''): RowOrder {
  const [name, direction] = text.split('.')
  return { by: ROW_SORTS.find((each) => each === name) ?? 'when', ascending: direction === 'up' }
}

/** Undefined for the order that holds anyway. */
export function writeOrder({ by, ascending }: RowOrder): string | undefined {
  if (by === 'when' && !ascending) return undefined
  return ascending ? `${by}.up` : by
}
