import { MINUTE } from '../../time/duration.ts'
import { instant, later } from '../../time/instant.ts'
import { span } from '../../time/span.ts'
import { blockWithin, type Block } from './block.ts'
import { causeNamed } from './error-causes.ts'
import { firstIndex } from '../first-index.ts'
import { isServerError, type Refusal } from './refusals.ts'
import type { Cause } from '../report.ts'
import type { Rules } from '../rules.ts'
import { FROM_START, type Since } from '../since.ts'
import type { Success, Successes } from '../logs/successes.ts'

/**
 * Blocked windows out of dated refusals. One block is one block, however often a client retried in it:
 *
 *     ✗ ✗✗   ✗        ✗   ok          one block, up to the success
 *     ✗  ok ✗ ok  ✗   ok              one block with mixed outcomes (refusals within `mixedGap`)
 *     ✗   … nothing for hours …  ✗    two blocks: in between nobody tried
 *     5xx 5xx   … nobody tried …  ok  one block, up to the last refusal: a fault does not hold until somebody asks again
 */
export function findDatedBlocks(
  refusals: readonly Refusal[],
  successes: Successes,
  rules: Rules,
  { known, changed }: Since<Block> = FROM_START,
): readonly Block[] {
  // a block is told by what lies before the first refusal of the next one: those whose successor began earlier stand
  const begun = firstIndex(known, ({ span: { from } }) => from >= changed)
  const standing = Math.max(0, begun - 1)
  const from = begun === 0 ? Number.NEGATIVE_INFINITY : (known[standing]?.span.from ?? changed)
  const blocks = known.slice(0, standing)
  const again = refusals.slice(firstIndex(refusals, ({ span: refused }) => refused.from >= from))
  let run: Refusal[] = []
  let mixed = 0
  for (const [index, refusal] of again.entries()) {
    run.push(refusal)
    const next = again[index + 1]
    const between = next ? successes.countIn(refusal.span.to, next.span.from, MIXED_LIMIT) : 0
    if (next && continues(refusal, next, between, rules)) {
      mixed += between
      continue
    }
    const back = successes.firstIn(refusal.span.from, next?.span.from ?? Number.POSITIVE_INFINITY)
    blocks.push(blockOf(run, mixed, back, rules))
    run = []
    mixed = 0
  }
  return blocks
}

/** So many successes in a row end a block even when the next refusal is near: service was back. */
const MIXED_LIMIT = 20

function continues(refusal: Refusal, next: Refusal, successesBetween: number, rules: Rules): boolean {
  const gap = next.span.from - refusal.span.to
  if (successesBetween === 0) return gap <= rules.sameBlockGap
  return gap <= rules.mixedGap && successesBetween < MIXED_LIMIT
}

function blockOf(
  refusals: readonly Refusal[],
  successes: number,
  back: Success | null,
  { askedAgain }: Rules,
): Block {
  const first = refusals[0]
  const last = refusals.at(-1)
  if (!first || !last) throw new Error('a block has at least one refusal')
  const from = first.span.from
  const texts = refusals.flatMap(({ error }) => (error ? [error] : []))
  if (refusals.every(isRough)) {
    const refs = refusals.map(({ ref }) => ref)
    return blockWithin(span(from, last.span.to), texts, refs)
  }
  const isOver =
    back !== null && back.at - last.span.to > askedAgain && refusals.every((refusal) => !mayHold(refusal))
  const to = back && !isOver ? back.at : last.span.to
  return {
    grade: texts.length > 0 ? 'error_text' : 'failed_rows',
    span: span(from, Math.max(to, later(from, 1))),
    refusals,
    backAt: back ? instant(back.at) : null,
    successes,
    // Of one that is dated by a stretch of time ("09:00-09:20") nothing says when in it.
    within: refusals.length === 1 && back === null && last.span.to - from > MINUTE,
    offClock: null,
    texts,
    undated: [],
    refs: [...refusals.map(({ ref }) => ref), ...(back ? [back.ref] : [])],
  }
}

/**
 * Dated by a span of times, as `Time: 09:00-09:20`: clocks that print no seconds leave a minute open, no more. A client's
 * log says of a try that was repeated between what it failed, and is exact about the others.
 */
const isRough = ({ error }: Refusal): boolean =>
  error?.client === undefined &&
  error?.when.kind === 'span' &&
  error.when.span.to - error.when.span.from > MINUTE

/** What refuses for as long as it lasts and no longer: a quota or an account goes on to, whether or not anybody asks. */
const PASSING: ReadonlySet<Cause | null> = new Set<Cause>(['concurrency', 'platform'])

const mayHold = ({ error, status }: Refusal): boolean =>
  !isServerError(status) && !(error && PASSING.has(causeNamed(error)))
