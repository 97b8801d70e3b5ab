import type { Rule } from '../case.ts'
import { mostOff, type OffClock } from '../log-clocks.ts'
import { neutral } from './fact.ts'

/** What all verdicts on a block rest on, when its refusals are not dated themselves (DESIGN.md 4). Always the first fact. */
export const premise: Rule = ({ block }) => {
  const values = {
    from: { unit: 'instant', value: block.span.from },
    to: { unit: 'instant', value: block.span.to },
  } as const
  if (block.offClock)
    return [
      neutral('premise_clock_off', { values: { ...values, by: offBy(block.offClock) }, refs: block.refs }),
    ]
  if (block.within) return [neutral('premise_pasted_together', { values, refs: block.refs })]
  if (block.refusals.length > 0) return []
  return [neutral('premise_refused_throughout', { values, refs: block.refs })]
}

/** By how much the clock of a block is off, as a fact says it. */
export const offBy = (clock: OffClock) => ({ unit: 'duration', value: mostOff(clock) }) as const
