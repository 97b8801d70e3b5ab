import type { WindowKind } from '../../../evidence/kinds/quota-snapshot.ts'
import { instant, type Instant } from '../../../time/instant.ts'
import type { Span } from '../../../time/span.ts'
import { isSomewhereIn, refusedSpan, type Block } from '../../blocks/block.ts'
import type { Case } from '../case.ts'
import { causesNamed } from '../../blocks/error-causes.ts'
import { QUOTA_CAUSE } from '../quota-causes.ts'
import type { Refusal } from '../../blocks/refusals.ts'
import { begunBy, segmentEndingAt, type SegmentReadings } from '../../readings/meter-index.ts'

/**
 * The first moment of the block that lies clear inside the segment, or null when none does. "Clear" is later than the
 * segment's start by the tolerance, since a refusal right after a reset may still be the old window's.
 *
 *     segment        ├──────────────────┤
 *     block     ├────────┤
 *                    ··x                    x: the first moment that only this segment can answer for
 */
export function firstRefusedIn(subject: Case, group: SegmentReadings): Instant | null {
  const { block, rules } = subject
  const { segment } = group
  const begun = begunBy(group)
  const clear = begun + toleranceOf(subject)
  if (block.within) {
    const inside = block.span.from >= begun && block.span.to <= segment.to
    // by a clock that is off, or was put back, the refusal may have been as late as the end
    return inside ? (isSomewhereIn(block) ? block.span.to : block.span.from) : null
  }
  if (block.refusals.length === 0) {
    const refused = refusedSpan(block)
    const from = Math.max(refused.from, clear)
    return from < Math.min(refused.to, segment.to - rules.resetTolerance) ? instant(from) : null
  }
  return block.refusals.find(({ span }) => span.from >= clear && span.to <= segment.to)?.span.to ?? null
}

/** How far past a reset a refusal must lie to count: more when its time is only inferred from silence. */
export const toleranceOf = ({ block, rules }: Case): number =>
  block.refusals.length > 0 ? rules.resetTolerance : rules.undatedTolerance

/**
 * Where no refusal is dated, the end of a block says when somebody tried again, not when service was back. A quota whose
 * reset came in its second half explains most of it, and what was refused after that may be nothing:
 *
 *     silence   ok ├────────────────────────┤ ok
 *     reset                         │               late: whoever waited may have come back a while after
 *     reset           │                             early: most of it lies in the new window
 */
export const isMostlyAfter = ({ refusals, span }: Block, reset: number): boolean =>
  refusals.length > 0 || span.to - reset > reset - span.from

/**
 * A stretch that no refusal dates may have two causes: the window refused until its reset, and something else later. Not where
 * the reset came soon after it began, or the meter was read low between the two.
 *
 *     silence   ok ├────────────────────────────────────────────┤ ok
 *     reset                    │    used up until then?
 */
export function mayHaveRefusedBefore(
  { block, meters, rules }: Case,
  window: WindowKind,
  reset: number,
): boolean {
  const { from } = block.span
  if (block.refusals.length > 0 || reset - from < rules.parts.loneRefusal) return false
  const before = segmentEndingAt(meters[window], reset, rules.sameReset)
  return !before?.readings.some(
    ({ reading, used, meter }) =>
      reading.span.from >= from + rules.meterLag && used + meter.resolution <= rules.lowMeterPercent,
  )
}

/** Where any of them may be another limit's, all of them have to be in the range. */
function allIn(refusals: Block['refusals'], range: Span): Instant | null {
  const last = refusals.at(-1)
  return last && refusals.every(({ span }) => span.from >= range.from && span.to <= range.to)
    ? last.span.to
    : null
}

/**
 * The first moment at which refusals of every status of the block had come in the range, or null where one of them is not
 * in it. A block may hold refusals of two limits, one after the other: they rarely have one status, or else nobody asked for
 * a while in between.
 *
 *     status     429 429 429 · · · · · 401 401      null: what holds here says nothing of the 429s
 *     status     403 403 403           403 403      null, unless texts before and after name the same
 *     range                    ├──────────────┤
 */
export function allKindsIn({ block, rules }: Case, range: Span, window: WindowKind): Instant | null {
  const { refusals, perhapsPartly } = block
  if (window !== 'other' && perhapsPartly?.includes(QUOTA_CAUSE[window])) return allIn(refusals, range)
  const isIn = ({ span: { from, to } }: Refusal) => from >= range.from && to <= range.to
  if (!stretchesOf(refusals, rules.parts.pause).every((stretch) => stretch.some(isIn))) return null
  const missing = new Set(refusals.flatMap(({ status }) => status ?? []))
  let last: Instant | null = null
  for (const refusal of refusals.filter(isIn)) {
    const isNew = refusal.status !== null && missing.delete(refusal.status)
    if (isNew || last === null) last = refusal.span.to
    if (missing.size === 0) return last
  }
  return null
}

/** The refusals, cut where nobody asked for longer, and texts on either side do not say the same. */
function stretchesOf(refusals: readonly Refusal[], pause: number): readonly (readonly Refusal[])[] {
  const stretches: Refusal[][] = []
  for (const refusal of refusals) {
    const last = stretches.at(-1)
    const before = last?.at(-1)
    if (last && before && refusal.span.from - before.span.to <= pause) last.push(refusal)
    else stretches.push([refusal])
  }
  return stretches.reduce<Refusal[][]>((joined, stretch) => {
    const last = joined.at(-1)
    const said = last?.flatMap(saidBy).at(-1)
    if (last && said !== undefined && said === stretch.flatMap(saidBy)[0])
      for (const refusal of stretch) last.push(refusal)
    else joined.push(stretch)
    return joined
  }, [])
}

const saidBy = ({ error }: Refusal): readonly string[] => {
  const said = error ? causesNamed(error).join(' ') : ''
  return said === '' ? [] : [said]
}
