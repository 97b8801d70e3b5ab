import type { Evidence, EvidenceItem } from '../../evidence/evidence.ts'
import { byKindInTurn } from '../../evidence/kinds/kinds.ts'
import type { ColumnsOf } from '../columns/columns-of.ts'
import { DAY_KINDS, type DayKind } from '../database/schema.ts'
import type { Shelf } from './shelf.ts'
import { CALLS, CAPTURES, COSTS, ERRORS, RECORDS, SNAPSHOTS } from './shelves.ts'

/** The shelf of a kind of which an account has many. */
export type DayShelf<Kind extends DayKind> = Shelf<EvidenceItem[Kind], ColumnsOf[Kind]>

/** All of them: what is done to every kind is done over these, so that none is forgotten. */
export const DAY_SHELVES: { readonly [Kind in DayKind]: DayShelf<Kind> } = {
  records: RECORDS,
  snapshots: SNAPSHOTS,
  errors: ERRORS,
  calls: CALLS,
  costs: COSTS,
  captures: CAPTURES,
}

/** What is made of each shelf, one after another, by kind. */
export const onEachShelf = <Made>(
  make: <Kind extends DayKind>(shelf: DayShelf<Kind>, kind: Kind) => Promise<Made>,
): Promise<Readonly<Record<DayKind, Made>>> =>
  byKindInTurn(DAY_KINDS, (kind) => make(DAY_SHELVES[kind], kind))

/**
 * Evidence of the kinds of which an account has many, as it is read from each shelf: from all at once, since a live query
 * follows no more than some awaits of one function inside another.
 */
export async function readEachShelf(
  read: <Kind extends DayKind>(shelf: DayShelf<Kind>, kind: Kind) => Promise<readonly EvidenceItem[Kind][]>,
): Promise<Pick<Evidence, DayKind>> {
  const readOf = async <Kind extends DayKind>(kind: Kind) =>
    [kind, await read(DAY_SHELVES[kind], kind)] as const
  const lists = await Promise.all(DAY_KINDS.map(readOf))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of each kind what is read from its own shelf
  return Object.fromEntries(lists) as Pick<Evidence, DayKind>
}
