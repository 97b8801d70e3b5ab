import type { Column, ReadAt } from './column.ts'

/**
 * Numbers in the narrowest form that holds them exactly: one value for all, whole numbers as their distance from the
 * smallest (instants of one day need four bytes, statuses two), else 64-bit floats.
 */
export type PackedNumbers =
  | { readonly form: 'same'; readonly value: number | null }
  | { readonly form: 'whole'; readonly base: number; readonly codes: Codes }
  | { readonly form: 'float'; readonly values: Float64Array; readonly nulls: Uint8Array | null }

/** 0 stands for null, `n` for base + n − 1. */
type Codes = Uint8Array | Uint16Array | Uint32Array

export const numbers: Column<number | null, PackedNumbers> = { pack: packNumbers, open: openNumbers }

function packNumbers(values: readonly (number | null)[]): PackedNumbers {
  const [first = null] = values
  if (values.every((value) => Object.is(value, first))) return { form: 'same', value: first }
  const range = wholeRange(values)
  if (range === null) return packFloats(values)
  const codes = newCodes(range.max - range.min + 1, values.length)
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? null
    if (value !== null) codes[i] = value - range.min + 1
  }
  return { form: 'whole', base: range.min, codes }
}

const MOST = 0xffff_ffff

/** Smallest and largest, or null where some value is not a whole number or the stretch is too wide for 32 bits. */
function wholeRange(values: readonly (number | null)[]): { min: number; max: number } | null {
  let min = Infinity
  let max = -Infinity
  for (const value of values) {
    if (value === null) continue
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) return null
    if (value < min) min = value
    if (value > max) max = value
  }
  return max - min + 1 <= MOST ? { min, max } : null
}

function newCodes(largest: number, length: number): Codes {
  if (largest <= 0xff) return new Uint8Array(length)
  return largest <= 0xffff ? new Uint16Array(length) : new Uint32Array(length)
}

function packFloats(values: readonly (number | null)[]): PackedNumbers {
  const nulls = values.includes(null) ? Uint8Array.from(values, (value) => (value === null ? 1 : 0)) : null
  return { form: 'float', values: Float64Array.from(values, (value) => value ?? 0), nulls }
}

function openNumbers(packed: PackedNumbers): ReadAt<number | null> {
  if (packed.form === 'same') {
    const { value } = packed
    return () => value
  }
  if (packed.form === 'whole') {
    const { base, codes } = packed
    return (index) => {
      const code = codes[index] ?? 0
      return code === 0 ? null : base + code - 1
    }
  }
  const { values, nulls } = packed
  return (index) => (nulls?.[index] === 1 ? null : (values[index] ?? null))
}
