import { MINUTE } from '../../../time/duration.ts'
import { span } from '../../../time/span.ts'
import type { Case, Rule } from '../case.ts'
import { isObserved } from '../../readings/coverage.ts'
import { recordsWithin, type PlacedRecord } from '../../clocks/placed-records.ts'
import { areDatedByHistory } from './concurrency.ts'
import { neutral } from './fact.ts'

/**
 * The stretch in which requests are counted: what is known of the throttle speaks of a minute
 * (docs/kimi.md#error-texts: "a short period").
 */
const PER = MINUTE

/**
 * How many requests the history shows in the minute before the first refusal, and how many it shows in any minute of the
 * quarter of an hour before that, all of them served. It speaks neither for a throttle nor against one; where nothing else
 * is left it says what is known of its threshold.
 *
 *     requests   ·  · ··   ·  · · ·   │ · ·····  ·│✗
 *                  ├──┤ served: 3     ├───────────┤ refused at: 7
 */
export const startsPerMinute: Rule = (subject) => {
  const { block, records, coverage, rules } = subject
  const [first] = block.refusals
  if (!first || !isAmbiguous(subject)) return []
  const { from } = first.span
  const before = span(from - rules.longestCall, from)
  if (!isObserved(coverage, before) || !areDatedByHistory(subject)) return []
  const requests = recordsWithin(records, before)
  const refusedAt = requests.filter(({ at }) => at >= from - PER)
  const earlier = requests.filter(({ at }) => at < from - PER)
  return [
    neutral('starts_before_refusal', {
      values: {
        starts: { unit: 'count', value: refusedAt.length },
        served: { unit: 'count', value: mostServed(earlier) },
        span: { unit: 'duration', value: PER },
      },
      refs: refusedAt.slice(0, MAX_REFS).map(({ record }) => record.id),
    }),
  ]
}

const MAX_REFS = 20

const isAmbiguous = ({ block: { texts } }: Case): boolean =>
  texts.some(({ errorClass }) => errorClass === 'rate_or_concurrency')

/** The most within any minute, of rows sorted by time, that holds no failure. */
function mostServed(rows: readonly PlacedRecord[]): number {
  let [most, first] = [0, 0]
  for (const [index, { at, record }] of rows.entries()) {
    if (record.outcome === 'failure') first = index + 1
    while (at - (rows[first]?.at ?? at) >= PER) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}
