import { scoreRuns } from './score-runs.ts'

const [first = NaN, count = NaN, step = NaN, until = NaN] = process.argv.slice(2, 6).map(Number)
process.send?.(scoreRuns({ first, count, step, until, pushed: process.argv[6] ?? null }))
