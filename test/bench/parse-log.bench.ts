import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from '../../shared/parse/zod.ts'
import { median, type BenchResult } from './bench.ts'
import { LOG_BYTES, SYNTHETIC_LOGS, writeSyntheticLog, type SyntheticLog } from './synthetic-logs.ts'

const RUNS = 3
const CHILD = fileURLToPath(new URL('read-log-child.ts', import.meta.url))
const MEGABYTE = 1_000_000

const told = z.object({
  ms: z.number(),
  before: z.number(),
  peak: z.number(),
  lines: z.number().optional(),
  calls: z.number().optional(),
  errors: z.number().optional(),
  rejects: z.number().optional(),
})

/** What a process of its own tells of reading the file. */
async function run(mode: 'stream' | 'lines', file: string): Promise<z.output<typeof told>> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', CHILD, mode, file])
  return told.parse(JSON.parse(stdout))
}

async function measure(kind: SyntheticLog, folder: string): Promise<readonly BenchResult[]> {
  const { file } = await writeSyntheticLog(kind, folder, LOG_BYTES)
  const { size } = await stat(file)
  const streamed: z.output<typeof told>[] = []
  const split: z.output<typeof told>[] = []
  for (let n = 0; n < RUNS; n += 1) {
    split.push(await run('lines', file))
    streamed.push(await run('stream', file))
  }
  const [first] = streamed
  if (!first?.calls || first.rejects !== 0) throw new Error(`${kind} was not read: ${JSON.stringify(first)}`)
  const ms = median(streamed.map((each) => each.ms))
  const lines = median(split.map((each) => each.ms))
  const peak = Math.max(...streamed.map((each) => each.peak))
  const alone = Math.max(...split.map((each) => each.peak))
  return [
    {
      what: `${kind}, ${LOG_BYTES / MEGABYTE} MB: ${first.calls} calls, ${first.errors} refusals`,
      value: size / MEGABYTE / (ms / 1000),
      unit: 'MB/s',
      ratio: ms / lines,
      baseline: `the time of splitting it into ${split[0]?.lines} lines (${(size / MEGABYTE / (lines / 1000)).toFixed(0)} MB/s)`,
    },
    {
      what: `${kind}: peak memory of the process (goal: 256 MB)`,
      value: peak / MEGABYTE,
      unit: 'MB',
      ratio: peak / alone,
      baseline: `${(alone / MEGABYTE).toFixed(0)} MB for splitting; ${(first.before / MEGABYTE).toFixed(0)} MB before the first byte`,
    },
  ]
}

export default {
  name: 'parse logs',
  async run(): Promise<readonly BenchResult[]> {
    const folder = await mkdtemp(join(tmpdir(), 'quotascope-logs-'))
    try {
      const results: BenchResult[] = []
      for (const kind of SYNTHETIC_LOGS) results.push(...(await measure(kind, folder)))
      return results
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}
