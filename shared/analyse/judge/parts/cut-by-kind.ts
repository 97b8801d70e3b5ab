import { instant, later } from '../../../time/instant.ts'
import { span } from '../../../time/span.ts'
import type { Block } from '../../blocks/block.ts'
import type { Refusal } from '../../blocks/refusals.ts'
import type { Rules } from '../../rules.ts'
import type { Successes } from '../../logs/successes.ts'
import { kindOf, runsOf, withoutStrays } from './refusal-runs.ts'

/**
 * The parts of a block in which refusals say different things: where what was said before is not said any more after.
 * Kinds that come up in turns are one part, since nothing tells them apart in time.
 *
 *     concurrency ✗✗✗✗ │ 5 hours ✗    ✗    ✗     two parts
 *     a b a b b a b                               one
 */
export function cutByKind(block: Block, successes: Successes, rules: Rules): readonly Block[] {
  const runs = withoutStrays(runsOf(block.refusals), block.span.to, rules.parts)
  if (runs.length < 2) return [block]
  const lastOf = new Map(runs.map((run, index) => [kindOf(run), index]))
  const starts: Refusal[] = []
  let until = 0
  for (const [index, run] of runs.entries()) {
    if (index > until) starts.push(run.refusals[0])
    until = Math.max(until, lastOf.get(kindOf(run)) ?? index)
  }
  return cutBlock(block, starts, successes, rules)
}

/** The block in pieces, each of which but the first begins with one of `starts`. */
export function cutBlock(
  block: Block,
  starts: readonly Refusal[],
  successes: Successes,
  rules: Rules,
): readonly Block[] {
  if (starts.length === 0) return [block]
  const indices = [0, ...starts.map((start) => block.refusals.indexOf(start))]
  return indices.map((from, index) => {
    const to = indices[index + 1]
    const next = to === undefined ? null : (block.refusals[to] ?? null)
    const before = index === 0 ? block.refusedBefore : block.refusals.slice(indices[index - 1], from)
    const after = to === undefined ? block.refusedAfter : block.refusals.slice(to, indices[index + 2])
    const piece = pieceOf(
      block,
      block.refusals.slice(from, to),
      next,
      block.hourTwice ? NOTHING_SURE : successes,
      rules,
    )
    return { ...piece, ...(before && { refusedBefore: before }), ...(after && { refusedAfter: after }) }
  })
}

/** Where what was served is of one hour or of another, no piece is told to have ended by it. */
const NOTHING_SURE: Successes = { firstIn: () => null, countIn: () => 0 }

/** A piece lasts until service is seen to be back, or else until the next piece begins. */
function pieceOf(
  block: Block,
  refusals: readonly Refusal[],
  next: Refusal | null,
  successes: Successes,
  { parts: { pause } }: Rules,
): Block {
  const [first, last] = [refusals[0], refusals.at(-1)]
  if (!first || !last) throw new Error('a part has at least one refusal')
  const back = next && successes.firstIn(last.span.to, next.span.from)
  const end = next ? (back?.at ?? next.span.from) : block.span.to
  const isSilent = next !== null && !back && next.span.from - last.span.to > pause
  const texts = refusals.flatMap(({ error }) => (error ? [error] : []))
  return {
    ...block,
    grade: texts.length > 0 ? 'error_text' : 'failed_rows',
    span: span(first.span.from, Math.max(end, later(first.span.from, 1))),
    refusals,
    backAt: next ? (back ? instant(back.at) : null) : block.backAt,
    ...(isSilent && { silentUntil: next.span.from }),
    successes: countBetween(refusals, successes),
    texts,
    refs: [...refusals.map(({ ref }) => ref), ...(back ? [back.ref] : []), ...(next ? [] : backRefs(block))],
  }
}

/** What shows that service was back comes after the refusals. */
const backRefs = ({ refs, refusals }: Block): readonly string[] => refs.slice(refusals.length)

/** More than this is never asked. */
const ENOUGH = 20

const countBetween = (refusals: readonly Refusal[], successes: Successes): number =>
  refusals
    .slice(1)
    .reduce(
      (count, { span: next }, index) =>
        count + successes.countIn(refusals[index]?.span.to ?? next.from, next.from, ENOUGH),
      0,
    )
