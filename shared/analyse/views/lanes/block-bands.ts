import { intersectSpans, span, spanLength, type Span } from '../../../time/span.ts'
import type { Frame } from '../../clocks/placed-records.ts'
import type { Cause, Grade, Report } from '../../report.ts'
import { joinNear } from './join-near.ts'

/** A blocked window on a timeline, or several that lie too near each other to be told apart at this zoom. */
export interface BlockBand {
  /** The incident; of several the longest one. */
  readonly incident: string
  /** As much of it as lies in the range. */
  readonly span: Span
  /** All of it, in or out of the range. */
  readonly whole: Span
  readonly grade: Grade
  readonly within: boolean
  readonly open: boolean
  readonly leading: Cause | 'unknown'
  /** How many blocked windows it stands for: one, as a rule. */
  readonly count: number
}

/** More than this are not told apart at one look, so near ones are drawn as one (our choice). */
const MOST = 100

/** The blocked windows that lie in a range, as one clock shows them, in the order of time. */
export function blockBands({ incidents }: Report, clock: Frame['clock'], range: Span): readonly BlockBand[] {
  const bands = incidents.flatMap(({ id, block, leading }): BlockBand[] => {
    const { local, grade, within, open } = block
    const wall = block.span === null && local ? span(local.from, local.to) : null
    const whole = clock === 'utc' ? block.span : wall
    const shown = whole && intersectSpans(whole, range)
    if (!whole || !shown) return []
    return [{ incident: id, span: shown, whole, grade, within, open, leading, count: 1 }]
  })
  const sorted = bands.toSorted((a, b) => a.span.from - b.span.from)
  return sorted.length <= MOST ? sorted : joinNear(sorted, spanLength(range) / MOST, asOne)
}

function asOne(a: BlockBand, b: BlockBand): BlockBand {
  const longer = spanLength(a.whole) >= spanLength(b.whole) ? a : b
  return {
    ...longer,
    span: around(a.span, b.span),
    whole: around(a.whole, b.whole),
    open: a.open || b.open,
    leading: a.leading === b.leading ? a.leading : 'unknown',
    count: a.count + b.count,
  }
}

const around = (a: Span, b: Span): Span => span(Math.min(a.from, b.from), Math.max(a.to, b.to))
