import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchResult } from './bench.ts'
import { costOf, costOfCommand, inTurn, ROOT, type ProgramCost } from './program-cost.ts'
import { LOG_BYTES, SYNTHETIC_LOGS, writeSyntheticLog, type SyntheticLog } from './synthetic-logs.ts'

/** The command from start to written report, beside other programs on the same file, in turn. */

const ROWS = join(ROOT, 'test/fixtures/seed/usage-history.txt')
/** The native program of `@ccusage/ccusage-linux-x64`; it is not measured where nobody says where it is. */
const CCUSAGE = process.env['CCUSAGE_PATH'] ?? ''
const STARTS = 20
const RUNS = 5

function starts(): readonly BenchResult[] {
  const { bare, version, report } = inTurn(
    {
      bare: () => costOf([process.execPath, '-e', '0']),
      version: () => costOfCommand('--version'),
      report: () => costOfCommand('report', ROWS),
    },
    STARTS,
  )
  const against = (what: string, { cpu }: ProgramCost): BenchResult => ({
    what,
    value: cpu * 1000,
    unit: 'ms',
    ratio: cpu / bare.cpu,
    baseline: `node -e 0, ${Math.round(bare.cpu * 1000)} ms of CPU, median of ${STARTS}`,
  })
  return [against('--version (goal: 4x)', version), against('report on nine rows (goal: 6x)', report)]
}

async function logs(kind: SyntheticLog, folder: string): Promise<readonly BenchResult[]> {
  const { file, lines, calls } = await writeSyntheticLog(kind, folder, LOG_BYTES)
  const costs = inTurn(
    {
      report: () => costOfCommand('report', file, '--zone', 'UTC', '--json'),
      count: () => costOf(['wc', '-l', file]),
      ccusage: () =>
        existsSync(CCUSAGE) && kind === 'wire.jsonl'
          ? costOf([CCUSAGE, 'kimi', 'daily', '--json', '--offline'], { KIMI_DATA_DIR: folder })
          : NOT_RUN,
    },
    RUNS,
  )
  await rm(file)
  const { report, count, ccusage } = costs
  const [other, name] = ccusage === NOT_RUN || ccusage.cpu === 0 ? [count, 'wc -l'] : [ccusage, 'ccusage']
  return [
    {
      what: `${kind}, ${LOG_BYTES / 1e6} MB, ${lines} lines: CPU from start to report`,
      value: report.cpu,
      unit: 's',
      ratio: report.cpu / other.cpu,
      baseline: `${name}, ${other.cpu.toFixed(2)} s and ${Math.round(other.megabytes)} MB`,
    },
    { what: `${kind}: CPU a line`, value: (report.cpu * 1e6) / lines, unit: 'µs' },
    {
      what: `${kind}: peak memory, ${calls} calls`,
      value: report.megabytes,
      unit: 'MB',
      ratio: report.megabytes / (256 + (calls * 64) / 1e6),
      baseline: 'the goal, 256 MB and 64 bytes a call',
    },
  ]
}

const NOT_RUN: ProgramCost = { seconds: 0, cpu: 0, megabytes: 0 }

export default {
  name: 'command',
  async run(): Promise<readonly BenchResult[]> {
    const folder = await mkdtemp(join(tmpdir(), 'quotascope-command-'))
    try {
      const results = [...starts()]
      for (const kind of SYNTHETIC_LOGS) results.push(...(await logs(kind, folder)))
      return results
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}
