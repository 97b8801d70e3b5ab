import type { Evidence } from '../../../../shared/evidence/evidence.ts'
import type { Digest } from '../../../../shared/analyse/digest.ts'
import type { Derived } from '../../../../shared/analyse/derived.ts'
import { whoSaw, type Sight } from '../../../../shared/evidence/who-saw.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import { findRows, type RowFilter, type RowOrder } from './find-rows.ts'
import { classRows, type ClassedRows } from './row-classes.ts'
import { newestFirst, wallsOf } from './row-order.ts'

/** What was worked out of the rows of the history. */
export interface RowIndex {
  readonly classed: ClassedRows
  readonly newest: Uint32Array
  readonly walls: () => Float64Array
  /** A bit for each installation that saw the row, by their order. */
  readonly seen: () => Uint32Array
  /** Rows without a zone that are the same request as a dated one, by their ids. */
  readonly copies: () => ReadonlySet<string>
  found: { readonly key: string; readonly places: Uint32Array } | null
}

interface Rows {
  readonly evidence: Pick<Evidence, 'records'>
  readonly report: { readonly zone: Zone }
  readonly sights: readonly Sight[]
  readonly derived: Derived
  readonly kept: { rows?: RowIndex }
}

/** The index of the rows, made once and put where the engine keeps it. */
export const rowIndex = (rows: Rows): RowIndex => (rows.kept.rows ??= indexOf(rows))

function indexOf({ evidence: { records }, report: { zone }, sights, derived }: Rows): RowIndex {
  let walls: Float64Array | null = null
  let seen: Uint32Array | null = null
  let copies: ReadonlySet<string> | null = null
  return {
    classed: classRows(records),
    newest: newestFirst(records, zone),
    // only who asks for a time needs them
    walls: () => (walls ??= wallsOf(records, zone)),
    seen: () => (seen ??= bitsOf(records, sights)),
    copies: () => (copies ??= copiesIn(derived.digest.originals)),
    found: null,
  }
}

const copiesIn = (originals: Digest['originals']): ReadonlySet<string> =>
  new Set([...originals.values()].flatMap(([, ...copies]) => copies.map(({ id }) => id)))

function bitsOf(records: Evidence['records'], sights: readonly Sight[]): Uint32Array {
  const saw = whoSaw(sights)
  return Uint32Array.from(records, (record) => saw(record).reduce((bits, index) => bits | bitOf(index), 0))
}

/** So many installations are told apart; more of one person there are not. */
const MOST = 31
const bitOf = (index: number): number => (index >= 0 && index < MOST ? 1 << index : 0)

/** The places of the rows that pass a filter, in an order. */
export function foundRows(
  rows: Rows,
  { filter, order }: { readonly filter: RowFilter; readonly order: RowOrder },
): Uint32Array {
  const index = rowIndex(rows)
  const key = JSON.stringify([filter, order])
  if (index.found?.key !== key)
    index.found = {
      key,
      places: findRows(
        rows.evidence.records,
        index.classed,
        index.newest,
        index.walls,
        seenBy(rows, index, filter.installation),
        filter,
        order,
      ),
    }
  return index.found.places
}

function seenBy({ sights }: Rows, { seen }: RowIndex, id: string | null): (place: number) => boolean {
  if (id === null || sights.length === 0) return () => true
  const bit = bitOf(sights.findIndex(({ installation }) => installation.id === id))
  const bits = seen()
  return (place) => ((bits[place] ?? 0) & bit) !== 0
}
