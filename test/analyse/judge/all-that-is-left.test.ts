import { describe, expect, it } from 'vitest'
import { onlyRemainingCause } from '../../../shared/analyse/judge/only-remaining-cause.ts'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { CAUSES, type CauseVerdict, type Fact, type Verdict } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { instant, writeInstant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, page, refusal, row } from '../build.ts'

const fact = (bearing: Fact['bearing']): Fact => ({
  rule: 'text_ambiguous',
  bearing,
  strong: false,
  direct: false,
  values: {},
  refs: [],
})

/** Verdicts in the order of CAUSES: `s`upported, `c`onsistent, `x` contradicted, `u`ndecidable, `a`gainst and `b`oth weakly. */
const verdictsOf = (words: string): readonly CauseVerdict[] =>
  CAUSES.map((cause, index) => {
    const word = words[index] ?? 'u'
    const verdict: Verdict =
      word === 's' ? 'supported' : word === 'c' ? 'consistent' : word === 'x' ? 'contradicted' : 'undecidable'
    const facts = word === 'a' ? [fact('against')] : word === 'b' ? [fact('against'), fact('for')] : []
    return { cause, verdict, facts, byOffset: null, offsetsExcluded: [] }
  })

describe('all that is left', () => {
  it.each([
    ['xxxxcaa', 'request_rate'],
    ['xaxxcaa', 'request_rate'], // no week in that plan, as far as readings tell
    ['xxxcxxx', 'concurrency'],
    ['xxxccaa', null], // two fit
    ['xxuxcaa', null], // nothing is known of the month
    ['xxbxcaa', null], // something speaks for the month, too
    ['xxxxsaa', null], // it is supported, so nothing is left over
    ['sxxxcaa', null],
    ['xxxxuaa', null],
    ['xxxxxxx', null],
  ] as const)('of %s: %s', (words, cause) => {
    expect(onlyRemainingCause(verdictsOf(words))).toBe(cause)
  })
})

describe('starts before a refusal', () => {
  const noon = at('2026-06-02T12:00:00Z')
  const ago = (seconds: number) => writeInstant(instant(noon - seconds * 1000))
  const startsOf = (secondsBefore: readonly number[], failed: readonly number[]) => {
    const rows = [
      ...secondsBefore.map((seconds, index) => row(ago(seconds), { requestId: `${index}` })),
      ...failed.map((seconds) =>
        row(ago(seconds), { outcome: 'failure', status: 429, requestId: `f${seconds}` }),
      ),
    ]
    const evidence = evidenceWith(page(rows, at('2026-06-02T12:30:00Z')), {
      errors: [refusal('rate_or_concurrency', ago(0))],
    })
    const { incidents } = reportFrom(evidence, {
      now: at('2026-06-03T00:00:00Z'),
      zone: UTC,
      rules: DEFAULT_RULES,
    })
    return incidents
      .flatMap(({ verdicts }) => verdicts.flatMap(({ facts }) => facts))
      .filter(({ rule }) => rule === 'starts_before_refusal')
      .map(({ values: { starts, served } }) => `${starts?.value} refused, ${served?.value} served`)
  }

  it.each([
    [[2000, 300, 290, 280, 60, 59, 10], '3 refused, 3 served'], // 60 s before is in the minute
    [[2000, 300, 241, 240, 61, 59], '1 refused, 2 served'], // 60 s apart are not in one minute
    [[2000, 901, 900, 850, 30], '1 refused, 2 served'], // a quarter of an hour, and no more
    [[2000, 30], '1 refused, 0 served'],
    [[890, 30], null], // what was before is not known
  ] as const)('rows %j s before: %s', (before, said) => {
    expect(startsOf(before, [0])).toEqual(said === null ? [] : [said])
  })
})
