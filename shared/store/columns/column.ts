/**
 * How one property of many items is kept: all values packed into one object that IndexedDB clones fast (typed arrays
 * instead of an object a row), and read back one at a time, so that a row costs memory only when somebody looks at it.
 *
 *     [429, 200, 200, null]  ──pack──▶  { base: 200, codes: Uint8Array[230, 1, 1, 0] }  ──open──▶  (0) → 429
 */
export interface Column<Value, Packed> {
  readonly pack: (values: readonly Value[]) => Packed
  /** `length` is the number of values that were packed. */
  readonly open: (packed: Packed, length: number) => ReadAt<Value>
}

export type ReadAt<Value> = (index: number) => Value
