import { reanchor } from '../../evidence/kinds/annotation.ts'
import type { ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import { readErrorAgain } from '../../evidence/errors/read-again.ts'
import { mergeSightings } from '../../evidence/merge.ts'
import { byteCount } from '../segments/byte-count.ts'
import { itemsIn } from '../segments/codec.ts'
import type { ErrorColumns } from '../columns/error-columns.ts'
import { openSegment, type Segment } from '../segments/segment.ts'
import { ERRORS } from '../segments/shelves.ts'
import type { Store } from './store.ts'
import { writeSegment } from '../segments/write-segment.ts'

/**
 * From version 1 to 2: errors are read again, since their class may say more than their words do; what is written on one
 * follows to its new id. Headers and captures get what the earliest builds did not keep with them. Runs inside the
 * transaction of the upgrade: all of it, or none.
 */
export async function upgradeTo2(store: Store): Promise<void> {
  await store.headers.toCollection().modify((header: { stamp?: string }) => {
    header.stamp ??= crypto.randomUUID()
  })
  await store.raw.toCollection().modify((raw: { bytes?: number; raw?: unknown }) => {
    raw.bytes ??= byteCount(raw.raw)
  })
  const newIds = new Map<string, string>()
  for (const segment of await store.errors.toArray()) {
    const errors = errorsIn(segment)
    const again = errors.map((error) => {
      const next = readErrorAgain(error)
      if (next !== error) newIds.set(error.id, next.id)
      return next
    })
    // the time of an error does not change, so it stays in its segment
    if (again.some(({ id }, row) => id !== errors[row]?.id))
      await writeSegment(ERRORS, store, segment.account, segment, mergeSightings(again))
  }
  if (newIds.size === 0) return
  await store.annotations.toCollection().modify((owned, at) => {
    at.value = { ...owned, item: reanchor(owned.item, newIds) }
  })
}

/** A day that cannot be read back stays as it is: it must not keep the database from being opened. */
function errorsIn(segment: Segment<ErrorColumns>): readonly ErrorObservation[] {
  try {
    return itemsIn(openSegment(ERRORS.codec, segment))
  } catch {
    return []
  }
}
