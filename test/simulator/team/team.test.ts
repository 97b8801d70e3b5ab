import { expect, it } from 'vitest'
import { scoreTeam } from './score-team.ts'

// the counts over hundreds of teams are in docs/verdicts.md
it('teams of ten call no incident Kimi’s fault that was not, and find outages that three of them saw', () => {
  const scores = Array.from({ length: 12 }, (_, index) => scoreTeam(500 + index, 10))
  const sum = (count: (score: (typeof scores)[number]) => number) =>
    scores.reduce((all, score) => all + count(score), 0)
  expect(scores.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(sum(({ outages }) => outages)).toBeGreaterThan(2)
  expect(sum(({ supported }) => supported)).toBeGreaterThanOrEqual(0.9 * sum(({ outages }) => outages))
})
