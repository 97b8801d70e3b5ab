import { spanLength } from '../../../time/span.ts'
import type { Block } from '../../blocks/block.ts'
import { joinFacts } from '../facts/fact.ts'
import { leadingCause } from '../judge.ts'
import { CAUSES, type Cause, type CauseVerdict, type Verdict } from '../../report.ts'

/** A part of a block with the verdicts on it. */
export interface JudgedPart {
  readonly block: Block
  readonly verdicts: readonly CauseVerdict[]
}

/** What any part may be by counts for the whole, best first: only what no part can be by is contradicted. */
const FIRST: readonly Verdict[] = ['supported', 'consistent', 'undecidable', 'contradicted']

/** The verdicts on a block, out of those on its parts. */
export function mergeVerdicts(parts: readonly JudgedPart[]): readonly CauseVerdict[] {
  const [first] = parts
  if (first && parts.length === 1) return first.verdicts
  return CAUSES.map((cause) => {
    const of = parts.flatMap(({ verdicts }) => verdicts.find((each) => each.cause === cause) ?? [])
    return {
      cause,
      verdict: FIRST.find((word) => of.some(({ verdict }) => verdict === word)) ?? 'undecidable',
      facts: joinFacts(of.map(({ facts }) => facts)),
      byOffset: null,
      offsetsExcluded: [],
    }
  })
}

/** The one cause that is supported in any part; where parts have different ones, that of the longest which has one. */
export function leadingOf(parts: readonly JudgedPart[]): Cause | 'unknown' {
  const led = parts.map(({ block, verdicts }) => ({
    length: spanLength(block.span),
    cause: leadingCause(verdicts),
  }))
  const supported = parts.flatMap(({ verdicts }) => verdicts.filter(({ verdict }) => verdict === 'supported'))
  const [only, ...others] = new Set(supported.map(({ cause }) => cause))
  if (only === undefined || others.length === 0) return only ?? 'unknown'
  const [longest] = led.filter(({ cause }) => cause !== 'unknown').toSorted((a, b) => b.length - a.length)
  return longest?.cause ?? 'unknown'
}
