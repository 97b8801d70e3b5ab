import { onlyRemainingCause } from './only-remaining-cause.ts'
import type { Fact, Finding, Incident } from '../report.ts'

/**
 * What incidents of which a short-term throttle is all that is left tell of its threshold: served at so many requests in a
 * minute, refused at so many. Nothing where the two leave no room: then no fixed number explains them.
 */
export function requestRateFindings(incidents: readonly Incident[]): readonly Finding[] {
  const told = incidents
    .filter(({ verdicts }) => onlyRemainingCause(verdicts) === 'request_rate')
    .flatMap(({ verdicts }) => verdicts.flatMap(({ facts }) => facts.filter(isCount)))
  if (told.length === 0) return []
  const served = told.reduce((most, fact) => Math.max(most, countIn(fact, 'served')), 0)
  const refused = told.reduce(
    (least, fact) => Math.min(least, countIn(fact, 'starts')),
    Number.POSITIVE_INFINITY,
  )
  const per = told[0]?.values.span
  if (served >= refused || !per) return []
  return [
    {
      kind: 'request_rate_range',
      values: {
        served: { unit: 'count', value: served },
        refused: { unit: 'count', value: refused },
        span: per,
        incidents: { unit: 'count', value: told.length },
      },
      refs: [...new Set(told.flatMap(({ refs }) => refs))].slice(0, MAX_REFS),
    },
  ]
}

const MAX_REFS = 50

const isCount = ({ rule }: Fact): boolean => rule === 'starts_before_refusal'

function countIn({ values }: Fact, name: 'served' | 'starts'): number {
  const value = values[name]
  return value?.unit === 'count' ? value.value : 0
}
