import { groupBy } from '../../evidence/group-by.ts'
import { isAboutCalls } from '../../evidence/kinds/error-observation.ts'
import type { EvidenceBesideRows } from '../../evidence/evidence.ts'
import { later } from '../../time/instant.ts'
import { span, type Span } from '../../time/span.ts'
import { blockWithin, type Block } from './block.ts'
import type { Reading } from '../readings/readings.ts'
import { WINDOW_LENGTH, type Rules } from '../rules.ts'

/**
 * Blocks known only by an error text that was pasted right before a meter reading: the refusal is assumed to be of the
 * reading's time (docs/verdicts.md#times), so it lies somewhere within the stretch in which the reading was taken.
 */
export function findAssumedBlocks(
  evidence: EvidenceBesideRows,
  readings: readonly Reading[],
  rules: Rules,
): readonly Block[] {
  const together = evidence.errors.filter(
    (error) => error.when.kind === 'undated' && error.readWith !== null && isAboutCalls(error),
  )
  if (together.length === 0) return []
  const textsOf = groupBy(together, ({ readWith }) => readWith)
  return readings.flatMap((reading): Block[] => {
    const texts = textsOf.get(reading.snapshot.id)
    if (!texts) return []
    const within = refusedWithin(reading, rules)
    return [blockWithin(within, texts, [...texts.map(({ id }) => id), reading.snapshot.id])]
  })
}

/**
 * A text comes before the reading that it is pasted with. Where that shows a window which had only just begun, it may have come
 * before the reset.
 *
 *     reset            │
 *     refused        ✗
 *     read               0 % used
 */
function refusedWithin(reading: Reading, rules: Rules): Span {
  const { from, to } = reading.span
  const hasJustBegun = reading.snapshot.meters.some(
    ({ window, reset, usedPercent }) =>
      (window === '5h' || window === '7d') &&
      reset?.kind === 'at' &&
      from - (reset.at - WINDOW_LENGTH[window]) <= rules.undatedTolerance &&
      (usedPercent ?? 0) <= rules.wholePercent,
  )
  return hasJustBegun ? span(later(from, -rules.undatedTolerance), to) : reading.span
}
