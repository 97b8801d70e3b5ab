import { neutral } from './facts/fact.ts'
import type { Fact, Verdict } from '../report.ts'

/** A verdict under one UTC offset. */
export interface OffsetTrial {
  readonly offset: string
  readonly verdict: Verdict
  readonly facts: readonly Fact[]
}

/** What all possible offsets come to: their common verdict, else `undecidable`, with the table. */
export interface OffsetAgreement {
  readonly verdict: Verdict
  readonly facts: readonly Fact[]
  readonly byOffset: Readonly<Record<string, Verdict>>
}

/** Only facts that are the same under every offset are given; where verdicts differ, a fact counts them. */
export function agreeOffsets(trials: readonly OffsetTrial[]): OffsetAgreement {
  const byOffset = Object.fromEntries(trials.map(({ offset, verdict }) => [offset, verdict]))
  const verdicts = trials.map(({ verdict }) => verdict)
  const [only] = verdicts
  const agreed = only !== undefined && verdicts.every((verdict) => verdict === only)
  const shared = sharedFacts(trials.map(({ facts }) => facts))
  return {
    verdict: agreed ? only : 'undecidable',
    facts: agreed ? shared : [...shared, dependsOn('depends_on_zone', verdicts)],
    byOffset,
  }
}

/** Facts that are the same, to the last value, in every list. */
function sharedFacts(lists: readonly (readonly Fact[])[]): readonly Fact[] {
  const [first = [], ...others] = lists
  const texts = others.map((facts) => new Set(facts.map((fact) => JSON.stringify(fact))))
  return first.filter((fact) => texts.every((set) => set.has(JSON.stringify(fact))))
}

/** The fact that verdicts differ, and how many there are of each, by what they depend on. */
export function dependsOn(rule: 'depends_on_zone' | 'depends_on_grid', verdicts: readonly Verdict[]): Fact {
  const count = (verdict: Verdict) =>
    ({ unit: 'count', value: verdicts.filter((each) => each === verdict).length }) as const
  return neutral(rule, {
    values: {
      supported: count('supported'),
      consistent: count('consistent'),
      contradicted: count('contradicted'),
      undecidable: count('undecidable'),
    },
    refs: [],
  })
}
