import type { Block } from '../../blocks/block.ts'
import type { Rule } from '../case.ts'
import { mostOff } from '../../clocks/log-clocks.ts'
import type { Fact } from '../../report.ts'
import type { FactRule } from '../../rule-names.ts'
import { neutral } from './fact.ts'

const PREMISES: ReadonlySet<FactRule> = new Set([
  'premise_refused_throughout',
  'premise_pasted_together',
  'premise_clock_off',
  'premise_hour_twice',
])

/** Whether a fact is what all verdicts on a block rest on. It is a fact of each of them; who shows them says it once. */
export const isPremise = ({ rule }: Fact): boolean => PREMISES.has(rule)

/**
 * What all verdicts on a block rest on, when its refusals are not dated themselves (docs/verdicts.md#blocks). Always
 * the first fact.
 */
export const premise: Rule = ({ block }) =>
  premiseOf(block, {
    from: { unit: 'instant', value: block.span.from },
    to: { unit: 'instant', value: block.span.to },
  })

/** The same with the edges of the block as they are to be said. */
export function premiseOf(
  { refusals, refs, within, offClock, hourTwice }: Block,
  edges: Pick<Fact['values'], 'from' | 'to'>,
): readonly Fact[] {
  if (offClock) {
    const by = { unit: 'duration', value: mostOff(offClock) } as const
    return [neutral('premise_clock_off', { values: { ...edges, by }, refs })]
  }
  if (hourTwice && within) return [neutral('premise_hour_twice', { values: edges, refs })]
  if (within) return [neutral('premise_pasted_together', { values: edges, refs })]
  if (refusals.length > 0) return []
  return [neutral('premise_refused_throughout', { values: edges, refs })]
}
