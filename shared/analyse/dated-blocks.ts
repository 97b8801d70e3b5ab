import { later } from '../time/instant.ts'
import { span } from '../time/span.ts'
import type { Block } from './block.ts'
import type { Answer } from './refusals.ts'
import type { Rules } from './rules.ts'

/**
 * Blocked windows out of dated refusals. One block is one block, however often a client retried in it:
 *
 *     ✗ ✗✗   ✗        ✗   ok          one block, up to the success
 *     ✗  ok ✗ ok  ✗   ok              one block with mixed outcomes (the successes are within `mixedGap` of refusals)
 *     ✗   … nothing for hours …  ✗    two blocks: in between nobody tried
 */
export function findDatedBlocks(answers: readonly Answer[], rules: Rules): readonly Block[] {
  const blocks: Block[] = []
  let run: Answer[] = []
  let okSince: Answer[] = []
  let successes = 0
  const close = (back: Answer | null) => {
    if (run.length > 0) blocks.push(blockOf(run, successes, back))
    run = []
    okSince = []
    successes = 0
  }
  for (const answer of answers) {
    const lastRefusal = run.at(-1)
    const since = lastRefusal ? answer.span.from - lastRefusal.span.to : 0
    if (lastRefusal && okSince.length === 0 && since > rules.sameBlockGap) close(null)
    if (lastRefusal && okSince.length > 0 && (since > rules.mixedGap || okSince.length >= MIXED_LIMIT))
      close(okSince[0] ?? null)
    if (!answer.ok) {
      successes += okSince.length
      okSince = []
      run.push(answer)
    } else if (run.length > 0) okSince.push(answer)
  }
  close(okSince[0] ?? null)
  return blocks
}

/** So many successes in a row end a block even when the next refusal is near: service was back. */
const MIXED_LIMIT = 20

function blockOf(refusals: readonly Answer[], successes: number, back: Answer | null): Block {
  const first = refusals[0]
  const last = refusals.at(-1)
  if (!first || !last) throw new Error('a block has at least one refusal')
  const from = first.span.from
  const texts = refusals.flatMap(({ source }) => (source.kind === 'error' ? [source.error] : []))
  return {
    grade: texts.length > 0 ? 'error_text' : 'failed_rows',
    span: span(from, Math.max(back?.span.from ?? last.span.to, later(from, 1))),
    refusals,
    backAt: back?.span.from ?? null,
    successes,
    within: false,
    texts,
    undated: [],
    refs: [...refusals, ...(back ? [back] : [])].map(({ ref }) => ref),
  }
}
