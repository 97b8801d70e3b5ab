import type { Fact } from '../../report.ts'

type Details = Pick<Fact, 'values' | 'refs'>

/** Direct evidence that nothing disputes: the only kind that can make a cause `supported`. */
export const directFor = (rule: Fact['rule'], details: Details): Fact => ({
  rule,
  bearing: 'for',
  strong: true,
  direct: true,
  ...details,
})

/** Direct evidence that something disputes, or that stands for a part of the block only: it bars `contradicted`. */
export const disputedFor = (rule: Fact['rule'], details: Details): Fact => ({
  rule,
  bearing: 'for',
  strong: false,
  direct: true,
  ...details,
})

export const weakFor = (rule: Fact['rule'], details: Details): Fact => ({
  rule,
  bearing: 'for',
  strong: false,
  direct: false,
  ...details,
})

/** `strong` alone can make a cause `contradicted`. */
export const against = (rule: Fact['rule'], strong: boolean, details: Details): Fact => ({
  rule,
  bearing: 'against',
  strong,
  direct: false,
  ...details,
})

export const neutral = (rule: Fact['rule'], details: Details): Fact => ({
  rule,
  bearing: 'neutral',
  strong: false,
  direct: false,
  ...details,
})

/** The facts of all, each once, in the order in which they come up. */
export const joinFacts = (lists: readonly (readonly Fact[])[]): readonly Fact[] => [
  ...new Map(lists.flat().map((fact) => [JSON.stringify(fact), fact])).values(),
]
