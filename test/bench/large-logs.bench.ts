import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchResult } from './bench.ts'
import { costOfCommand, inTurn } from './program-cost.ts'
import { LOG_BYTES, writeSyntheticLog } from './synthetic-logs.ts'

/** How time and memory of the command grow with a log of a gigabyte and of two. */

const TIMES = [1, 5, 10] as const
const RUNS = 5

export default {
  name: 'large logs',
  async run(): Promise<readonly BenchResult[]> {
    const folder = await mkdtemp(join(tmpdir(), 'quotascope-large-'))
    try {
      const results: BenchResult[] = []
      let first = 0
      for (const times of TIMES) {
        const { file, calls } = await writeSyntheticLog('wire.jsonl', folder, LOG_BYTES * times)
        const report = () => costOfCommand('report', file, '--zone', 'UTC', '--json')
        const { report: cost } = inTurn({ report }, RUNS)
        await rm(file)
        first ||= cost.cpu
        const what = `wire.jsonl, ${(LOG_BYTES * times) / 1e6} MB, ${calls} calls`
        results.push(
          {
            what: `${what}: CPU`,
            value: cost.cpu,
            unit: 's',
            ratio: cost.cpu / first,
            baseline: `${first.toFixed(2)} s for ${LOG_BYTES / 1e6} MB`,
          },
          { what: `${what}: peak`, value: cost.megabytes, unit: 'MB' },
        )
      }
      return results
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}
