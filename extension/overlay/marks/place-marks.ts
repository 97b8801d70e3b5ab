import type { OverlayBlock } from '../../messages/overlay-model.ts'

/** A separator above the row `before`, for the newer end of a block. */
interface Gap {
  readonly before: number
  readonly block: OverlayBlock
}

export interface Marks {
  /** For each row the block that it lies in. */
  readonly rows: readonly (OverlayBlock | null)[]
  readonly gaps: readonly Gap[]
}

/**
 * Lays blocks over the rows of a table, newest first. A row is in a block when its second is; the block's length and verdict
 * stand where the page goes from after it to within or before it.
 *
 *     17:22:28  after the block
 *     ──────────────── blocked 1 h 3 min ──    gap
 *     17:10:44  refused, within                marked
 *     16:19:02  refused, within                marked
 *     16:18:57  before the block
 *
 * A block that goes on stands above the first row, if that is the newest of all (`newest`): on the second page of a pager
 * the first row is not where it ends. Between rows of which one cannot be placed nothing is drawn.
 */
export function placeMarks(
  times: readonly (number | null)[],
  blocks: readonly OverlayBlock[],
  newest: number | null,
): Marks {
  const rows = times.map((at) => (at === null ? null : (blocks.find((block) => holds(block, at)) ?? null)))
  const gaps = blocks.flatMap((block): Gap[] => {
    const before = times.findIndex((at, index) => isBelowEnd(times, index, at, block, newest))
    return before === -1 ? [] : [{ before, block }]
  })
  return { rows, gaps }
}

const holds = ({ span }: OverlayBlock, at: number): boolean => at >= span.from && at < span.to

function isBelowEnd(
  times: readonly (number | null)[],
  index: number,
  at: number | null,
  { span }: OverlayBlock,
  newest: number | null,
): boolean {
  if (at === null || at >= span.to) return false
  if (index === 0) return at === newest
  const above = times[index - 1]
  return above !== null && above !== undefined && above >= span.to
}
