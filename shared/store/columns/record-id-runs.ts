import type { Column } from './column.ts'
import { idsOf, type PackedIds } from './ids.ts'
import { runningTotals } from './list.ts'
import { numbers, type PackedNumbers } from './numbers.ts'

/**
 * Which rows each page showed. Pages overlap: one page a minute shows the same hundred rows again and again, with a
 * few new ones on top. So every id is kept once, in a pool, and a page is a few runs of it:
 *
 *     page 1      d c b a       pool   f e d c b a     page 1 = 4 from 2
 *     page 2  f e d c                                  page 2 = 4 from 0
 *
 * The pool is filled from the last page backwards, newest row first, which makes one run of most pages.
 */
export interface PackedRecordIds {
  readonly pool: PackedIds
  readonly poolSize: number
  /** Runs of each page, then start and length of all runs. */
  readonly runs: PackedNumbers
  readonly starts: PackedNumbers
  readonly lengths: PackedNumbers
}

interface Run {
  readonly start: number
  readonly length: number
}

const ids = idsOf('record')

export const recordIdRuns: Column<readonly string[], PackedRecordIds> = {
  pack: (pages) => {
    const placeOf = new Map<string, number>()
    for (const page of pages.toReversed())
      for (const id of page) if (!placeOf.has(id)) placeOf.set(id, placeOf.size)
    const runs = pages.map((page) => runsIn(page.map((id) => placeOf.get(id) ?? 0)))
    return {
      pool: ids.pack([...placeOf.keys()]),
      poolSize: placeOf.size,
      runs: numbers.pack(runs.map((list) => list.length)),
      starts: numbers.pack(runs.flat().map(({ start }) => start)),
      lengths: numbers.pack(runs.flat().map(({ length }) => length)),
    }
  },
  open: ({ pool, poolSize, runs, starts, lengths }, length) => {
    const ends = runningTotals(runs, length)
    const runCount = ends.at(-1) ?? 0
    const startAt = numbers.open(starts, runCount)
    const lengthAt = numbers.open(lengths, runCount)
    const idAt = sharedTexts(ids.open(pool, poolSize))
    return (page) => {
      const list: string[] = []
      for (let run = ends[page] ?? 0, end = ends[page + 1] ?? 0; run < end; run += 1) {
        const start = startAt(run) ?? 0
        for (let i = 0, n = lengthAt(run) ?? 0; i < n; i += 1) list.push(idAt(start + i))
      }
      return list
    }
  },
}

/** `4 5 6 2 3` → 3 from 4, 2 from 2 */
function runsIn(places: readonly number[]): Run[] {
  const runs: Run[] = []
  for (const place of places) {
    const last = runs.at(-1)
    if (last && last.start + last.length === place)
      runs[runs.length - 1] = { start: last.start, length: last.length + 1 }
    else runs.push({ start: place, length: 1 })
  }
  return runs
}

/** Each id becomes a text once, however many pages show it. */
function sharedTexts(idAt: (place: number) => string): (place: number) => string {
  const texts: string[] = []
  return (place) => (texts[place] ??= idAt(place))
}
