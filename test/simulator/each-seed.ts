import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { tryMissing, type TriedEvidence } from './deciding/try-missing.ts'
import { scoreOutlooks, type OutlookScore } from './outlooks/score-outlooks.ts'

/** What is counted run by run, beside the score: each gives what came of one run. */
interface Counted {
  readonly missing: TriedEvidence
  readonly outlooks: OutlookScore
}
const COUNT: { readonly [K in keyof Counted]: (seed: number) => readonly Counted[K][] } = {
  missing: tryMissing,
  outlooks: scoreOutlooks,
}

const SELF = fileURLToPath(import.meta.url)

/** Counts the runs from `first` on, on as many cores as there are. */
export async function eachSeed<K extends keyof Counted>(
  what: K,
  first: number,
  count: number,
): Promise<readonly Counted[K][]> {
  const step = Math.max(1, Math.min(availableParallelism(), count))
  const parts = await Promise.all(
    Array.from(
      { length: step },
      (_, index) =>
        new Promise<readonly Counted[K][]>((resolve, reject) => {
          const args = [what, first + index, first + count, step].map(String)
          const worker = fork(SELF, args, { serialization: 'advanced' })
          worker.once('message', (counted: readonly Counted[K][]) => resolve(counted))
          worker.once('exit', (code) => code !== 0 && reject(new Error(`a worker ended with ${code}`)))
        }),
    ),
  )
  return parts.flat()
}

if (process.argv[1] === SELF && process.send) {
  const [what, first, end, step] = process.argv.slice(2)
  const count = what === 'missing' ? COUNT.missing : COUNT.outlooks
  const counted: Counted[keyof Counted][] = []
  for (let seed = Number(first); seed < Number(end); seed += Number(step)) counted.push(...count(seed))
  process.send(counted)
}
