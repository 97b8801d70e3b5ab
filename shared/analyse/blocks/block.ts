import type { ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import type { Instant } from '../../time/instant.ts'
import type { Span } from '../../time/span.ts'
import type { OffClock } from '../clocks/log-clocks.ts'
import type { Refusal } from './refusals.ts'
import type { Cause, Grade } from '../report.ts'

/**
 * A blocked window while it is being judged. Times are in its frame.
 *
 *     ok    ✗ ✗   ✗        ok
 *     │     ├──────────────┤      refusals dated: from the first refusal to the first success after the last
 *     ├────────────────────┤      suspected (nothing dated): from success to success
 */
export interface Block {
  readonly grade: Grade
  readonly span: Span
  /** When requests were refused, as far as it is dated. Empty for a suspected block. */
  readonly refusals: readonly Refusal[]
  /** The first success after it; null when none was seen. */
  readonly backAt: Instant | null
  /** Successes seen inside it. */
  readonly successes: number
  /** Only known to lie somewhere in `span`. */
  readonly within: boolean
  /** The clock by which it is dated, where that is off: then it is only known to lie within as much. */
  readonly offClock: OffClock | null
  /** Its local times came twice, and nothing tells which of the two they are (hour-twice.ts). */
  readonly hourTwice?: true
  /** A part: nobody asked from its last refusal on until the next part began, and what refused then is not known. */
  readonly silentUntil?: Instant
  /** Its refusals say nothing of their reason, and undated texts do: some of it, and not all, may be by these. */
  readonly perhapsPartly?: readonly Cause[]
  /** Of a part of a block: the refusals of the part before it. */
  readonly refusedBefore?: readonly Refusal[]
  /** The same of the part after it. */
  readonly refusedAfter?: readonly Refusal[]
  /** Error texts that speak for it: dated by their own time, or (`together`) by the reading pasted after them. */
  readonly texts: readonly ErrorObservation[]
  /** Undated error texts that may or may not belong to it. */
  readonly undated: readonly ErrorObservation[]
  readonly refs: readonly string[]
}

/** When the block was still on, for certain, if its premise holds: the moments that a rule may test. */
export function refusedSpan(block: Block): Span {
  const last = block.refusals.at(-1)
  return last ? { from: block.span.from, to: last.span.to } : block.span
}

/** Dated by itself, but only to a stretch: its clock is off, or was put back. */
export const isSomewhereIn = ({ offClock, hourTwice }: Block): boolean =>
  offClock !== null || hourTwice === true

/** It was refused somewhere in there, and nobody knows whether from edge to edge. */
export const blockWithin = (within: Span, texts: Block['texts'], refs: readonly string[]): Block => ({
  grade: texts.length > 0 ? 'error_text' : 'failed_rows',
  span: within,
  refusals: [],
  backAt: null,
  successes: 0,
  within: true,
  offClock: null,
  texts,
  undated: [],
  refs,
})
