import { DamagedSegment } from '../database/store-error.ts'
import type { Column, ReadAt } from './column.ts'
import { numbers, type PackedNumbers } from './numbers.ts'

/** Few different values, each kept once; `codes` says which of them stands where. */
export interface PackedDictionary<Value> {
  readonly values: readonly Value[]
  readonly codes: PackedNumbers
}

/**
 * For properties of which a day knows only some values: clients, models, sources, captures. Values with the same key
 * are the same. Reading gives one shared object for all rows that have it, which is safe as evidence is read-only.
 */
export function dictionary<Value>(keyOf: (value: Value) => unknown): Column<Value, PackedDictionary<Value>> {
  return {
    pack: (all) => {
      const codeOf = new Map<unknown, number>()
      const values: Value[] = []
      const codes = all.map((value) => {
        const key = keyOf(value)
        const known = codeOf.get(key)
        if (known !== undefined) return known
        codeOf.set(key, values.length)
        return values.push(value) - 1
      })
      return { values, codes: numbers.pack(codes) }
    },
    open: ({ values, codes }, length) => readValues(values, numbers.open(codes, length)),
  }
}

function readValues<Value>(values: readonly Value[], codeAt: ReadAt<number | null>): ReadAt<Value> {
  return (index) => {
    const value = values[codeAt(index) ?? -1]
    if (value === undefined) throw new DamagedSegment(`no word for row ${index}`)
    return value
  }
}

/** A dictionary of plain values: texts, flags, null among them. */
export const words = <Word extends string | boolean | null>(): Column<Word, PackedDictionary<Word>> =>
  dictionary<Word>((word) => word)
