import type { ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import { mergeSpans, span, spansOverlap, type Span } from '../../time/span.ts'
import { blockWithin, refusedSpan, type Block } from '../blocks/block.ts'
import type { DoubtfulTime } from './doubtful-times.ts'
import type { Frame } from './placed-records.ts'
import type { Refusal } from '../blocks/refusals.ts'
import type { Coverage } from '../report.ts'
import { successesIn, type Success, type Successes } from '../logs/successes.ts'

/** The stretches in which something lies whose local time came twice, and nothing tells which of the two it was. */
const hoursOf = (doubtful: readonly DoubtfulTime[]): readonly Span[] =>
  mergeSpans(doubtful.flatMap((each) => each.span ?? []))

/**
 * Refusals at such times, in one block for each stretch in which they lie:
 *
 *     on the wall                     02:10 ✗✗✗ 02:20
 *     known to lie within   ├──────✗✗✗──────────────────✗✗✗┤
 */
export function blocksInDoubt(
  refusals: readonly Refusal[],
  doubtful: readonly DoubtfulTime[],
): readonly Block[] {
  if (doubtful.length === 0) return []
  const refused = new Set(refusals.map(({ ref }) => ref))
  return hoursOf(doubtful.filter(({ id }) => refused.has(id))).map((hour): Block => {
    const of = refusals.filter((each) => spansOverlap(each.span, hour))
    const texts = of.flatMap(({ error }): ErrorObservation[] => (error ? [error] : []))
    return {
      ...blockWithin(
        hour,
        texts,
        of.map(({ ref }) => ref),
      ),
      hourTwice: true,
    }
  })
}

/** Those whose time is known; the list itself where all are. */
function sure<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  doubtful: readonly DoubtfulTime[],
): readonly T[] {
  if (doubtful.length === 0) return items
  const ids = new Set(doubtful.map(({ id }) => id))
  return items.filter((item) => !ids.has(idOf(item)))
}

const refOf = ({ ref }: Pick<Refusal, 'ref'>): string => ref

/** The refusals whose time is known. */
export const sureRefusals = (refusals: readonly Refusal[], doubtful: readonly DoubtfulTime[]) =>
  sure(refusals, refOf, doubtful)

/** The calls that are told to have been served at a time that is known. */
export const sureSuccesses = (served: readonly Success[], doubtful: readonly DoubtfulTime[]) =>
  sure(served, refOf, doubtful)

/** The rows whose time is known. */
export const sureRows = (frame: Frame, doubtful: readonly DoubtfulTime[]): Frame =>
  doubtful.length === 0
    ? frame
    : { ...frame, records: sure(frame.records, ({ record }) => record.id, doubtful) }

/** All successes. One at such a time is placed at the earlier one; it may have been at the later as well. */
export function possiblyServed(
  { frame, served }: { readonly frame: Frame; readonly served: readonly Success[] },
  doubtful: readonly DoubtfulTime[],
): Successes {
  const again = doubtful.flatMap(({ id, span: either, served: isServed }) =>
    either && isServed ? [{ at: either.to - 1, ref: id }] : [],
  )
  const calls = again.length === 0 ? served : [...served, ...again].toSorted((a, b) => a.at - b.at)
  return successesIn(frame, calls)
}

/**
 * Blocks in which something may have been served at such a time: until when they went on is not known, so they are told up to
 * the last refusal.
 *
 *     refused ✗ ✗ ✗    served, before or after    ok
 *             ├───┤
 */
export function untilInDoubt(blocks: readonly Block[], doubtful: readonly DoubtfulTime[]): readonly Block[] {
  const either = hoursOf(doubtful.filter(({ served }) => served))
  if (either.length === 0) return blocks
  return blocks.map((block): Block => {
    const until = block.backAt ?? Number.POSITIVE_INFINITY
    const isInDoubt = either.some(({ from, to }) => from < until && to > block.span.from)
    return isInDoubt ? { ...block, span: refusedSpan(block), backAt: null, hourTwice: true } : block
  })
}

/** Nobody knows which rows lie in such a stretch. */
export function withoutHours(coverage: Coverage, doubtful: readonly DoubtfulTime[]): Coverage {
  const hours = hoursOf(doubtful)
  if (hours.length === 0) return coverage
  const cut = (whole: Span): readonly Span[] =>
    hours.reduce<readonly Span[]>(
      (left, hour) =>
        left.flatMap((each) =>
          [
            { from: each.from, to: Math.min(each.to, hour.from) },
            { from: Math.max(each.from, hour.to), to: each.to },
          ].flatMap(({ from, to }) => (from < to ? [span(from, to)] : [])),
        ),
      [whole],
    )
  const holes = [
    ...coverage.holes,
    ...hours.filter((hour) => coverage.observed.some((each) => spansOverlap(each, hour))),
  ]
  return { observed: coverage.observed.flatMap(cut), holes: mergeSpans(holes) }
}
