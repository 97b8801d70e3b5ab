import type { Case } from '../case.ts'
import { firstIndex } from '../../first-index.ts'

/** What readings of the same day say of the cap; they differ where the plan was changed. */
export interface CapsNear {
  readonly least: number
  readonly most: number
  readonly refs: readonly string[]
}

/** The caps that are stated within a day of a block (docs/verdicts.md#concurrency); null where none is. */
export function capsNear({
  readings,
  block: { span },
  rules: { sameDay },
}: Pick<Case, 'readings' | 'block' | 'rules'>): CapsNear | null {
  const first = new Map<number, string>()
  for (let index = firstIndex(readings, (each) => each.span.from >= span.from - sameDay); ; index += 1) {
    const reading = readings[index]
    if (!reading || reading.span.from > span.to + sameDay) break
    const { cap, id } = reading.snapshot
    if (cap !== null && !first.has(cap)) first.set(cap, id)
  }
  if (first.size === 0) return null
  return { least: Math.min(...first.keys()), most: Math.max(...first.keys()), refs: [...first.values()] }
}
