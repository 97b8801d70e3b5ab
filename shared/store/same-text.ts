import type { Table } from 'dexie'
import { DAY_OF_HOURS } from '../time/duration.ts'
import { byteCount } from './byte-count.ts'
import type { Raw } from './schema.ts'

/** A text stands for those of a day at most (our choice): the retention drops it with the first of them. */
const STANDS_FOR = DAY_OF_HOURS

/**
 * Keeps a parsed capture without its text where an earlier one of the same kind and account says the same to the letter:
 * a console that nobody uses gives the same answers again and again. What it says has been put by then, at its own time.
 */
export async function withoutSameText(table: Table<Raw, string>, parsed: Raw): Promise<Raw> {
  const { account, raw, bytes, keptSince } = parsed
  if (keptSince === undefined || raw.body === '') return parsed
  const isSame = (other: Raw) =>
    other.id !== parsed.id &&
    other.account === account &&
    other.pending === undefined &&
    other.sameAs === undefined &&
    other.keptSince !== undefined &&
    other.keptSince <= keptSince &&
    keptSince - other.keptSince < STANDS_FOR &&
    other.raw.source === raw.source &&
    other.raw.body === raw.body
  // by an index: no other text is read than those of the same length
  const same = await table.where('bytes').equals(bytes).filter(isSame).first()
  if (!same) return parsed
  const empty = { ...raw, body: '' }
  return { ...parsed, raw: empty, bytes: byteCount(empty), sameAs: same.id }
}

/** A kept capture with its text, wherever that is kept; null once the retention has dropped it. */
export async function withText(table: Table<Raw, string>, { raw, sameAs }: Raw): Promise<Raw['raw'] | null> {
  if (sameAs === undefined) return raw
  const same = await table.get(sameAs)
  return same ? { ...raw, body: same.raw.body } : null
}
