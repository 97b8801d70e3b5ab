import type { Table } from 'dexie'
import { DAY_OF_HOURS } from '../../time/duration.ts'
import { byteCount } from '../segments/byte-count.ts'
import type { Raw } from '../database/schema.ts'

/** A text stands for those of a day at most (our choice): the retention drops it with the first of them. */
const STANDS_FOR = DAY_OF_HOURS
/** So many captures before one are looked at: a console makes eight at a time at most, and two or three may be open. */
const LOOK_BACK = 30

/**
 * Keeps a parsed capture without its text where the one before it, of the same kind and account, says the same to the
 * letter: a console that nobody uses gives the same answers again and again. What it says has been put by then, at its own
 * time. Only the one before is looked at: to compare with all of a day would read all of a day each minute.
 */
export async function withoutSameText(table: Table<Raw, string>, parsed: Raw): Promise<Raw> {
  const { raw, keptSince } = parsed
  if (keptSince === undefined || raw.body === '') return parsed
  const before = await lastBefore(table, parsed, keptSince)
  const same = before?.sameAs === undefined ? before : await table.get(before.sameAs)
  const isSame =
    same?.keptSince !== undefined && keptSince - same.keptSince < STANDS_FOR && same.raw.body === raw.body
  if (!isSame) return parsed
  const empty = { ...raw, body: '' }
  return { ...parsed, raw: empty, bytes: byteCount(empty), sameAs: same.id }
}

/** The latest parsed capture of the same kind and account that is not later than this one, among the few before it. */
const lastBefore = (
  table: Table<Raw, string>,
  { id, account, raw: { source } }: Raw,
  keptSince: number,
): Promise<Raw | undefined> => {
  let looked = 0
  return (
    table
      .where('keptSince')
      .between(keptSince - STANDS_FOR, keptSince, false, true)
      // of a query, not of an array
      // oxlint-disable-next-line unicorn/no-array-reverse
      .reverse()
      .until(() => (looked += 1) > LOOK_BACK)
      .filter(
        (other) =>
          other.id !== id &&
          other.account === account &&
          other.pending === undefined &&
          other.raw.source === source,
      )
      .first()
  )
}

/** A kept capture with its text, wherever that is kept; null once the retention has dropped it. */
export async function withText(table: Table<Raw, string>, { raw, sameAs }: Raw): Promise<Raw['raw'] | null> {
  if (sameAs === undefined) return raw
  const same = await table.get(sameAs)
  return same ? { ...raw, body: same.raw.body } : null
}
