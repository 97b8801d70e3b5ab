import { groupBy } from '../../evidence/group-by.ts'
import type { Capture } from '../../evidence/kinds/capture.ts'
import type { When } from '../../evidence/when.ts'
import { addDays, daySpan, type Day } from '../../time/day.ts'
import type { Instant } from '../../time/instant.ts'
import { span } from '../../time/span.ts'
import { UTC } from '../../time/zone.ts'
import { itemsIn } from '../segments/codec.ts'
import { evidenceTables } from '../evidence-tables.ts'
import { guarded } from '../database/guarded.ts'
import { rowsBefore, rowsUnder } from '../segments/key-range.ts'
import { openSegment } from '../segments/segment.ts'
import { dropRequestDays } from '../segments/request-days.ts'
import type { Shelf } from '../segments/shelf.ts'
import { onEachShelf } from '../segments/day-shelves.ts'
import { CAPTURES, DROPPED } from '../segments/shelves.ts'
import type { Store } from '../database/store.ts'
import { writeSegment } from '../segments/write-segment.ts'

/** Drops parsed captures kept since before `at`; pending ones stay. Returns how many were dropped. */
export function dropRawBefore(store: Store, at: Instant): Promise<number> {
  return guarded(store, () =>
    store.raw
      .where('keptSince')
      .below(at)
      .filter(({ pending }) => pending === undefined)
      .delete(),
  )
}

/**
 * Drops all evidence of days before `day` (of UTC, or as the clock showed it where the zone is unknown) in one
 * transaction, of whatever kind that has days. Undated evidence, devices, rejects and the user's marks stay.
 * A capture that spans the edge is cut there; otherwise it would claim that an observed stretch was empty.
 */
export function dropRecordsBefore(store: Store, account: string, day: Day): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', evidenceTables(store), async () => {
      await onEachShelf((shelf) => dropSegments(shelf, store, account, day))
      await dropSegments(DROPPED, store, account, day)
      await dropRequestDays(store, account, day)
      await cutCaptures(store, account, daySpan(day, UTC).from)
    }),
  )
}

async function dropSegments<Item extends { readonly id: string }, Columns>(
  { kind, table, disputed }: Shelf<Item, Columns>,
  store: Store,
  account: string,
  day: Day,
): Promise<void> {
  for (const basis of ['utc', 'local']) {
    await rowsBefore(table(store), [account, basis], day).delete()
    await rowsBefore(store.headers, [account, kind, basis], day).delete()
    if (disputed) await rowsBefore(store.disputes, [account, disputed, basis], day).delete()
  }
}

async function cutCaptures(store: Store, account: string, edge: Instant): Promise<void> {
  const headers = await rowsUnder(store.headers, account, 'captures').toArray()
  const over = headers.filter(({ from }) => from !== null && from < edge)
  for (const segment of await store.captures.bulkGet(
    over.map(({ basis, day }) => [account, basis, day] as const),
  )) {
    if (!segment) continue
    const captures = itemsIn(openSegment(CAPTURES.codec, segment)).map((capture) => cutCapture(capture, edge))
    await writeSegment(CAPTURES, store, account, segment, captures)
  }
}

function cutCapture(capture: Capture, edge: Instant): Capture {
  const cut = (when: When | null): When | null =>
    when?.kind === 'span' && when.span.from < edge ? { kind: 'span', span: span(edge, edge) } : when
  return { ...capture, newest: cut(capture.newest), oldest: cut(capture.oldest) }
}

/**
 * The first day to keep so that an account's day segments take at most about `bytes`; null where they do already. Days of
 * unknown zone count as if they were of UTC. `dropRecordsBefore` that day brings the account down to the size.
 */
export function firstDayWithin(store: Store, account: string, bytes: number): Promise<Day | null> {
  return guarded(store, async () => {
    const headers = await rowsUnder(store.headers, account).toArray()
    const sizes = groupBy(headers, ({ day }) => day)
    let total = 0
    let firstKept: Day | null = null
    for (const day of [...sizes.keys()].toSorted().toReversed()) {
      total += (sizes.get(day) ?? []).reduce((sum, header) => sum + header.bytes, 0)
      if (total > bytes) return firstKept ?? (day === '' ? null : addDays(day, 1))
      if (day !== '') firstKept = day
    }
    return null
  })
}
