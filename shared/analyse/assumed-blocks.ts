import type { Evidence } from '../evidence/evidence.ts'
import type { Block } from './block.ts'
import type { Reading } from './readings.ts'

/**
 * Blocks known only by an error text that was pasted right before a meter reading: the refusal is assumed to be of the
 * reading's time (DESIGN.md 3), so it lies somewhere within the stretch in which the reading was taken.
 */
export function findAssumedBlocks(evidence: Evidence, readings: readonly Reading[]): readonly Block[] {
  return readings.flatMap((reading): Block[] => {
    const texts = evidence.errors.filter(
      (error) => error.when.kind === 'undated' && error.readWith === reading.snapshot.id,
    )
    if (texts.length === 0) return []
    return [
      {
        grade: 'error_text',
        span: reading.span,
        refusals: [],
        backAt: null,
        successes: 0,
        within: true,
        texts,
        undated: [],
        refs: [...texts.map(({ id }) => id), reading.snapshot.id],
      },
    ]
  })
}
