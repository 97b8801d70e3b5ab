import { groupBy } from '../../evidence/group-by.ts'
import { isAboutCalls } from '../../evidence/kinds/error-observation.ts'
import type { EvidenceBesideRows } from '../../evidence/evidence.ts'
import { blockWithin, type Block } from './block.ts'
import type { Reading } from '../readings/readings.ts'

/**
 * Blocks known only by an error text that was pasted right before a meter reading: the refusal is assumed to be of the
 * reading's time (docs/verdicts.md#times), so it lies somewhere within the stretch in which the reading was taken.
 */
export function findAssumedBlocks(
  evidence: EvidenceBesideRows,
  readings: readonly Reading[],
): readonly Block[] {
  const together = evidence.errors.filter(
    (error) => error.when.kind === 'undated' && error.readWith !== null && isAboutCalls(error),
  )
  if (together.length === 0) return []
  const textsOf = groupBy(together, ({ readWith }) => readWith)
  return readings.flatMap((reading): Block[] => {
    const texts = textsOf.get(reading.snapshot.id)
    if (!texts) return []
    return [blockWithin(reading.span, texts, [...texts.map(({ id }) => id), reading.snapshot.id])]
  })
}
