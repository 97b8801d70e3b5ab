import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { RunScores, Runs } from './score-runs.ts'

/** Plays and scores runs on as many cores as there are, in the order of their numbers. */
export async function scoreAll({ first, count, pushed }: Omit<Runs, 'step'>): Promise<RunScores> {
  const step = Math.max(1, Math.min(availableParallelism(), count))
  const each = await Promise.all(
    Array.from({ length: step }, (_, index) =>
      scoredByWorker({ first: first + index, count: count - index, step, pushed }),
    ),
  )
  return {
    scores: each.flatMap(({ scores }) => scores).toSorted((a, b) => a.seed - b.seed),
    clocks: each.flatMap(({ clocks }) => clocks),
  }
}

const WORKER = fileURLToPath(new URL('score-worker.ts', import.meta.url))

/** A process of its own: threads do not take over what lets Node read TypeScript. */
const scoredByWorker = ({ first, count, step, pushed }: Runs): Promise<RunScores> =>
  new Promise((resolve, reject) => {
    const args = [first, count, step, ...(pushed === null ? [] : [pushed])].map(String)
    const worker = fork(WORKER, args, { serialization: 'advanced' })
    worker.once('message', (scores: RunScores) => resolve(scores))
    worker.once('exit', (code) => code !== 0 && reject(new Error(`a worker ended with ${code}`)))
  })
