import { spanLength, type Span } from '../../../../shared/time/span.ts'
import { lengthOf, type View } from '../view/view.ts'

/** A stretch with the block in its middle: as long as the one that is shown, or twice the block where that is longer. */
export function rangeAroundBlock(block: Span, shown: View): View {
  const middle = (block.from + block.to) / 2
  const half = Math.max(lengthOf(shown) / 2, spanLength(block))
  return { from: middle - half, to: middle + half }
}
