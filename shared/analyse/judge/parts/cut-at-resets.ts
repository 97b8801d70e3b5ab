import { instant, type Instant } from '../../../time/instant.ts'
import { span } from '../../../time/span.ts'
import { refusedSpan, type Block } from '../../blocks/block.ts'
import type { Case } from '../case.ts'
import { isObserved } from '../../readings/coverage.ts'
import { causeNamed } from '../../blocks/error-causes.ts'
import { firstIndex } from '../../first-index.ts'
import { resetsIn, type Grid } from '../../readings/grid.ts'
import { segmentEndingAt, segmentsAround, type SegmentReadings } from '../../readings/meter-index.ts'
import type { Refusal } from '../../blocks/refusals.ts'
import { QUOTA_CAUSE } from '../quota-causes.ts'
import { GRID_WINDOWS, WINDOW_LENGTH, type GridWindow } from '../../rules.ts'
import { cutBlock } from './cut-by-kind.ts'
import { kindOf, runsOf, wordedBy, type RefusalRun } from './refusal-runs.ts'

/**
 * The parts of a block at whose resets something changed. A reset alone changes nothing: what goes on to be refused in the
 * same way was not refused by the quota that was reset.
 *
 *     5 hours ✗ ✗ ✗ │     …    5 hours ✗ ✗ │ ok     the window was used up again: two parts
 *     5h full   ✗ ✗ │ ✗ ✗  7d full              another meter is full: two parts
 *     overloaded  ✗ │ ✗ throttled               it says something else: two parts, whether or not its words are known
 *     ✗ ✗ ✗ ✗ ✗ ✗ ✗ │ ✗ ✗ ✗ ✗ ✗                 one part
 */
export function cutAtResets(subject: Case): readonly Block[] {
  const { block, grid, successes } = subject
  if (!grid || block.within || block.refusals.length < 2) return [block]
  const runs = runsOf(block.refusals, wordedBy)
  const starts = GRID_WINDOWS.flatMap((window) =>
    resetsIn(grid, window, refusedSpan(block)).flatMap(
      (reset) => changedAt(subject, window, reset, runs) ?? [],
    ),
  )
  if (starts.length === 0) return [block]
  return cutBlock(
    block,
    block.refusals.filter((refusal) => starts.includes(refusal)),
    successes,
    subject.rules,
  )
}

/** The first refusal after the reset, where it is of another part than those before. */
function changedAt(
  subject: Case,
  window: GridWindow,
  reset: Instant,
  runs: readonly RefusalRun[],
): Refusal | null {
  const { refusals } = subject.block
  const index = firstIndex(refusals, ({ span: { from } }) => from >= reset)
  const next = refusals[index]
  if (!next || index === 0) return null
  const changes =
    saysOther(runs, reset) ||
    isUsedUpAgain(subject, window, reset, next) ||
    fillsOther(subject, window, reset)
  return changes ? next : null
}

/** Nothing that was said before the reset is said after it. */
function saysOther(runs: readonly RefusalRun[], reset: Instant): boolean {
  const before = new Set(runs.filter(({ refusals: [first] }) => first.span.from < reset).map(kindOf))
  const after = runs.filter(({ refusals }) => (refusals.at(-1) ?? refusals[0]).span.from >= reset)
  return after.every((run) => !before.has(kindOf(run)))
}

/**
 * Refused by the same window, used up once more: texts or meters name it on either side of its reset, nobody was refused
 * right after that, and what filled it may have gone unseen.
 */
function isUsedUpAgain(subject: Case, window: GridWindow, reset: Instant, next: Refusal): boolean {
  const { block, coverage, rules } = subject
  const fresh = span(reset, Math.max(reset, next.span.from))
  if (fresh.to - fresh.from < rules.parts.refill || isObserved(coverage, fresh)) return false
  const names = ({ error }: Refusal) => error !== null && causeNamed(error) === QUOTA_CAUSE[window]
  const isNamed =
    block.refusals.some((each) => names(each) && each.span.to <= reset) &&
    block.refusals.some((each) => names(each) && each.span.from >= reset)
  return isNamed || (isFullBefore(subject, window, reset) && isFullAfter(subject, window, reset))
}

/** The meter was full before its reset and is not full after it, where another one is that was not before. */
const fillsOther = (subject: Case, window: GridWindow, reset: Instant): boolean =>
  isFullBefore(subject, window, reset) &&
  !isFullAfter(subject, window, reset) &&
  (['5h', '7d', 'month'] as const).some((other) => other !== window && hasFilledSince(subject, other, reset))

const isFull = (subject: Case, { used }: { readonly used: number }): boolean =>
  used >= subject.rules.fullMeterPercent

const isFullIn = (subject: Case, held: SegmentReadings | null, from: number, to: number): boolean =>
  held?.readings.some(
    (each) => isFull(subject, each) && each.reading.span.from >= from && each.reading.span.from < to,
  ) ?? false

const ending = ({ meters, rules }: Case, window: GridWindow, at: number): SegmentReadings | null =>
  segmentEndingAt(meters[window], at, rules.sameReset)

const isFullBefore = (subject: Case, window: GridWindow, reset: Instant): boolean =>
  isFullIn(subject, ending(subject, window, reset), subject.block.span.from - subject.rules.meterLag, reset)

const isFullAfter = (subject: Case, window: GridWindow, reset: Instant): boolean =>
  isFullIn(
    subject,
    ending(subject, window, reset + WINDOW_LENGTH[window]),
    reset,
    subject.block.span.to + subject.rules.meterLag,
  )

/** A meter that was read before the reset, in the block, and not full; and full after it. */
function hasFilledSince(subject: Case, window: GridWindow | 'month', reset: Instant): boolean {
  const { block, meters, rules } = subject
  const all = segmentsAround(meters[window], block.span).flatMap(({ readings }) => readings)
  const readIn = (from: number, to: number) =>
    all.filter(({ reading }) => reading.span.from >= from && reading.span.to <= to)
  const before = readIn(block.span.from, reset)
  return (
    before.length > 0 &&
    !before.some((each) => isFull(subject, each)) &&
    readIn(reset, block.span.to + rules.meterLag).some((each) => isFull(subject, each))
  )
}

/**
 * A part that ends with the reset that would have ended it: of the quota that its texts name, or of any where they name
 * none. It ends where the next one begins if they name something else, or if service was seen to be back.
 */
export function endedByReset(part: Block, grid: Grid | null): Block {
  if (part.backAt !== null || !grid) return part
  const named = new Set(part.texts.flatMap((error) => causeNamed(error) ?? []))
  const windows = GRID_WINDOWS.filter((window) => named.size === 0 || named.has(QUOTA_CAUSE[window]))
  const { to: refused } = refusedSpan(part)
  // a row fills its second, in which the next part may have begun
  if (refused >= part.span.to) return part
  const silent = span(refused, part.span.to)
  const first = Math.min(...windows.flatMap((window) => resetsIn(grid, window, silent)))
  return first < part.span.to ? { ...part, span: span(part.span.from, instant(first)) } : part
}
