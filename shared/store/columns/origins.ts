import type { Origin } from '../../evidence/origin.ts'
import type { Column } from './column.ts'
import { words, type PackedDictionary } from './dictionary.ts'
import { listOf, type PackedLists } from './list.ts'
import { numbers, type PackedNumbers } from './numbers.ts'

/**
 * Where things were read. The last number of a place is kept apart, so that a file of 6,000 lines has one word for
 * all of them:
 *
 *     line 17  →  "line #", 17          $.requests[3]  →  "$.requests[#]", 3
 */
export interface PackedOrigin {
  readonly captures: PackedDictionary<string>
  readonly patterns: PackedDictionary<string>
  readonly places: PackedNumbers
}

const captures = words<string>()
const patterns = words<string>()

const origin: Column<Origin, PackedOrigin> = {
  pack: (all) => {
    const split = all.map(({ at }) => splitPlace(at))
    return {
      captures: captures.pack(all.map(({ capture }) => capture)),
      patterns: patterns.pack(split.map(({ pattern }) => pattern)),
      places: numbers.pack(split.map(({ place }) => place)),
    }
  },
  open: (packed, length) => {
    const captureAt = captures.open(packed.captures, length)
    const patternAt = patterns.open(packed.patterns, length)
    const placeAt = numbers.open(packed.places, length)
    return (index) => ({ capture: captureAt(index), at: joinPlace(patternAt(index), placeAt(index)) })
  },
}

export type PackedOrigins = PackedLists<PackedOrigin>
export const origins = listOf(origin)

// At most nine digits without a leading zero: what a number gives back as it was. No `#` behind it: the last one is ours.
const LAST_NUMBER = /^([^]*?)(?<!\d)(0|[1-9]\d{0,8})([^\d#]*)$/

function splitPlace(at: string): { readonly pattern: string; readonly place: number | null } {
  const match = LAST_NUMBER.exec(at)
  if (!match) return { pattern: at, place: null }
  const [, before = '', digits = '', after = ''] = match
  return { pattern: `${before}#${after}`, place: Number(digits) }
}

function joinPlace(pattern: string, place: number | null): string {
  if (place === null) return pattern
  const cut = pattern.lastIndexOf('#')
  return `${pattern.slice(0, cut)}${place}${pattern.slice(cut + 1)}`
}
