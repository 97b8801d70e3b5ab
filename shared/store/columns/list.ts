import type { Column } from './column.ts'
import { numbers, type PackedNumbers } from './numbers.ts'

/** Lists of any length: how many items each has, and all items one after another. */
export interface PackedLists<Packed> {
  readonly counts: PackedNumbers
  readonly items: Packed
}

/**
 *     [[a, b], [], [c]]  →  counts 2 0 1, items a b c
 */
export function listOf<Item, Packed>(
  column: Column<Item, Packed>,
): Column<readonly Item[], PackedLists<Packed>> {
  return {
    pack: (lists) => ({
      counts: numbers.pack(lists.map((list) => list.length)),
      items: column.pack(lists.flat()),
    }),
    open: ({ counts, items }, length) => {
      const ends = runningTotals(counts, length)
      const itemAt = column.open(items, ends.at(-1) ?? 0)
      return (index) => {
        const list: Item[] = []
        for (let i = ends[index] ?? 0, end = ends[index + 1] ?? 0; i < end; i += 1) list.push(itemAt(i))
        return list
      }
    },
  }
}

/** `counts 2 0 1` → `0 2 2 3`: list n reaches from total n to total n + 1. */
export function runningTotals(counts: PackedNumbers, length: number): Uint32Array {
  const countAt = numbers.open(counts, length)
  const totals = new Uint32Array(length + 1)
  for (let i = 0; i < length; i += 1) totals[i + 1] = (totals[i] ?? 0) + (countAt(i) ?? 0)
  return totals
}
