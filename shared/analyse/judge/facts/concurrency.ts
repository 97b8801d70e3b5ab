import { spanLength, widenSpan, type Span } from '../../../time/span.ts'
import { refusedSpan, type Block } from '../../blocks/block.ts'
import type { Case, Rule } from '../case.ts'
import { isObserved } from '../../readings/coverage.ts'
import { firstIndex } from '../../first-index.ts'
import { countWithin } from '../../clocks/placed-records.ts'
import { nearestReading } from '../../readings/readings-near.ts'
import type { Reading } from '../../readings/readings.ts'
import { refusedCalls, type Refusal } from '../../blocks/refusals.ts'
import type { Fact } from '../../report.ts'
import { against, weakFor } from './fact.ts'

/** Slots free up as calls end, so a long all-or-nothing silence fits concurrency badly; weak either way. */
export const allOrNothing: Rule = ({ block, rules }) => {
  const length = spanLength(block.span)
  if (block.within || block.successes > 0 || length < rules.allOrNothing) return []
  return [
    against('all_or_nothing', false, {
      values: { length: { unit: 'duration', value: length } },
      refs: block.refs,
    }),
  ]
}

/** Successes between refusals in dense work fit a cap on requests in flight; weakly. A mark alone shows no refusal. */
export const mixedOutcomes: Rule = ({ block, rules }) =>
  block.successes === 0 || block.refusals.length === 0
    ? []
    : [
        weakFor('mixed_outcomes', {
          values: {
            successes: { unit: 'count', value: block.successes },
            failures: { unit: 'count', value: refusedCalls(block.refusals, rules) },
          },
          refs: block.refs,
        }),
      ]

/**
 * Could the cap have been reached? A row's time may be the start or the end of its call (docs/kimi.md#not-known), so
 * all rows within the longest call on either side of a refusal may have been in flight with it. Fewer rows than the cap
 * at every refusal that is dated by the history's clock, with nothing unobserved until service was back, and a cap read from
 * this account, rule concurrency out.
 */
export const startsAgainstCap: Rule = (subject) => {
  const { block, rules } = subject
  const cap = capNear(subject)
  if (cap === null || block.refusals.length === 0) return []
  const around = block.refusals.map(({ span }) => widenSpan(span, rules.longestCall))
  const most = around.reduce((sofar, range) => Math.max(sofar, countWithin(subject.records, range)), 0)
  const details: Pick<Fact, 'values' | 'refs'> = {
    values: {
      starts: { unit: 'count', value: most },
      span: { unit: 'duration', value: rules.longestCall },
      cap: { unit: 'count', value: cap.cap },
    },
    refs: [cap.snapshot],
  }
  if (most >= cap.cap) return [weakFor('starts_reach_cap', details)]
  const whole = [...around, stretchTold(block)].every((range) => isObserved(subject.coverage, range))
  return whole ? [against('starts_under_cap', areDatedByHistory(subject), details)] : []
}

/**
 * A block goes on until service is back, and a part until the next one begins: what was refused by then, and is listed on no
 * page, is told as its own.
 */
function stretchTold(block: Block): Span {
  const { from, to } = refusedSpan(block)
  const until = block.silentUntil ?? block.backAt ?? to
  return { from, to: until > to ? until : to }
}

/**
 * Rows are counted around refusals, so these have to be of the same clock: failed rows, texts by a clock that is known to
 * agree, or texts beside a failed row. By a clock that nothing can be held against, the refusals may have been elsewhere.
 */
export function areDatedByHistory({ block, rules }: Pick<Case, 'block' | 'rules'>): boolean {
  const rows = block.refusals.filter(({ error }) => error === null)
  const isBesideRow = ({ span }: Refusal) => {
    const near = firstIndex(rows, ({ span: row }) => row.to >= span.from - rules.logClock.spread)
    return (rows[near]?.span.from ?? Number.POSITIVE_INFINITY) <= span.to + rules.logClock.spread
  }
  return block.refusals.every((refusal) => refusal.confirmed || isBesideRow(refusal))
}

/**
 * The cap that the reading nearest to the block states, if that reading is of the same day
 * (docs/verdicts.md#concurrency).
 */
export function capNear({
  readings,
  block,
  rules,
}: Pick<Case, 'readings' | 'block' | 'rules'>): { readonly cap: number; readonly snapshot: string } | null {
  const near = nearestReading(readings, block.span.from, rules.sameDay, statesCap)
  const cap = near?.snapshot.cap ?? null
  return near && cap !== null ? { cap, snapshot: near.snapshot.id } : null
}

const statesCap = ({ snapshot }: Reading): boolean => snapshot.cap !== null
