import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Score } from './score/result.ts'
import type { RunScores, Runs } from './score-runs.ts'

/** Plays and scores runs on as many cores as there are, in the order of their numbers; those of them that are done by `until`. */
export async function scoreAll({ first, count, pushed, until }: Omit<Runs, 'step'>): Promise<RunScores> {
  const step = Math.max(1, Math.min(availableParallelism(), count))
  const each = await Promise.all(
    Array.from({ length: step }, (_, index) =>
      scoredByWorker({ first: first + index, count: count - index, step, pushed, until }),
    ),
  )
  // one worker may be further than another when the time is up
  const end = Math.min(...each.map(({ scores }, index) => first + index + step * scores.length))
  const isDone = ({ seed }: Score) => seed < end
  return {
    scores: each
      .flatMap(({ scores }) => scores)
      .filter(isDone)
      .toSorted((a, b) => a.seed - b.seed),
    clocks: each.flatMap(({ clocks }) => clocks).filter(({ score }) => isDone(score)),
  }
}

const WORKER = fileURLToPath(new URL('score-worker.ts', import.meta.url))

/** What a run makes is of no use after it: with room for all of it (in MB), collecting costs a sixth less of the whole. */
const ROOM_FOR_THE_YOUNG = '--max-semi-space-size=64'

/** A process of its own: threads do not take over what lets Node read TypeScript. */
const scoredByWorker = ({ first, count, step, pushed, until }: Runs): Promise<RunScores> =>
  new Promise((resolve, reject) => {
    const args = [first, count, step, until, ...(pushed === null ? [] : [pushed])].map(String)
    const execArgv = [...process.execArgv, ROOM_FOR_THE_YOUNG]
    const worker = fork(WORKER, args, { serialization: 'advanced', execArgv })
    worker.once('message', (scores: RunScores) => resolve(scores))
    worker.once('exit', (code) => code !== 0 && reject(new Error(`a worker ended with ${code}`)))
  })
