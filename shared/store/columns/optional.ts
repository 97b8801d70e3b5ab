import type { Column } from './column.ts'
import { numbers, type PackedNumbers } from './numbers.ts'

/** Values that may be absent: where each row has its own, and the values that there are. */
export interface PackedOptional<Packed> {
  readonly places: PackedNumbers
  readonly values: Packed
  readonly count: number
}

/**
 *     [a, null, b]  →  places 0 null 1, values a b
 */
export function optional<Value, Packed>(
  column: Column<Value, Packed>,
): Column<Value | null, PackedOptional<Packed>> {
  return {
    pack: (all) => {
      let next = 0
      const places = all.map((value) => (value === null ? null : next++))
      const present = all.filter((value) => value !== null)
      return { places: numbers.pack(places), values: column.pack(present), count: present.length }
    },
    open: ({ places, values, count }, length) => {
      const placeAt = numbers.open(places, length)
      const valueAt = column.open(values, count)
      return (index) => {
        const place = placeAt(index)
        return place === null ? null : valueAt(place)
      }
    },
  }
}
