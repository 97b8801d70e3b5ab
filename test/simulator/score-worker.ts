import { scoreRuns } from './score-runs.ts'

const [first, count, step, pushed] = process.argv.slice(2)
process.send?.(
  scoreRuns({ first: Number(first), count: Number(count), step: Number(step), pushed: pushed ?? null }),
)
