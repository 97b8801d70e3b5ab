import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, type BenchResult } from './bench.ts'
import { SYNTHETIC_LOGS, writeSyntheticLog, type SyntheticLog } from './synthetic-logs.ts'

/** The bundled command as people run it, from start to written report, beside other programs on the same file, in turn. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COMMAND = join(ROOT, 'dist-cli/quotascope.js')
const ROWS = join(ROOT, 'test/fixtures/seed/usage-history.txt')
const TIME = '/usr/bin/time'
/** The native program of `@ccusage/ccusage-linux-x64`; it is not measured where nobody says where it is. */
const CCUSAGE = process.env['CCUSAGE_PATH'] ?? ''
const STARTS = 20
const RUNS = 5

interface Cost {
  readonly seconds: number
  readonly cpu: number
  readonly megabytes: number
}

function cost(words: readonly string[], env: Readonly<Record<string, string>> = {}): Cost {
  const { status, stderr } = spawnSync(TIME, ['-f', '%e %U %S %M', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  })
  const [, wall, user, system, kilobytes] = /([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(stderr) ?? []
  if (status !== 0 || wall === undefined) throw new Error(`${words.join(' ')}: ${stderr}`)
  return { seconds: Number(wall), cpu: Number(user) + Number(system), megabytes: Number(kilobytes) / 1000 }
}

/** Each program once, then each again: what else the machine does hits all of them. */
function inTurn(
  programs: Readonly<Record<string, () => Cost>>,
  runs: number,
): Readonly<Record<string, Cost>> {
  const costs = Object.keys(programs).map((name): [string, Cost[]] => [name, []])
  for (let run = 0; run < runs; run += 1)
    for (const [name, list] of costs) list.push(programs[name]?.() ?? fail())
  return Object.fromEntries(
    costs.map(([name, list]) => [
      name,
      {
        seconds: median(list.map(({ seconds }) => seconds)),
        cpu: median(list.map(({ cpu }) => cpu)),
        megabytes: Math.max(...list.map(({ megabytes }) => megabytes)),
      },
    ]),
  )
}

function fail(): never {
  throw new Error('no such program')
}

function starts(): readonly BenchResult[] {
  const costs = inTurn(
    {
      bare: () => cost([process.execPath, '-e', '0']),
      version: () => cost([process.execPath, COMMAND, '--version']),
      report: () => cost([process.execPath, COMMAND, 'report', ROWS]),
    },
    STARTS,
  )
  const { bare = fail(), version = fail(), report = fail() } = costs
  const against = (what: string, { cpu }: Cost): BenchResult => ({
    what,
    value: cpu * 1000,
    unit: 'ms',
    ratio: cpu / bare.cpu,
    baseline: `node -e 0, ${Math.round(bare.cpu * 1000)} ms of CPU, median of ${STARTS}`,
  })
  return [against('--version (goal: 4x)', version), against('report on nine rows (goal: 6x)', report)]
}

async function logs(kind: SyntheticLog, folder: string): Promise<readonly BenchResult[]> {
  const file = join(folder, 'sessions', kind.replaceAll('.', '-'), 'one', kind)
  await mkdir(dirname(file), { recursive: true })
  await writeSyntheticLog(kind, file)
  const megabytes = (await stat(file)).size / 1e6
  const isWire = kind.endsWith('.jsonl')
  const costs = inTurn(
    {
      report: () => cost([process.execPath, COMMAND, 'report', file, '--zone', 'UTC', '--json']),
      lines: () => cost(['wc', '-l', file]),
      ...(isWire && existsSync(CCUSAGE)
        ? {
            ccusage: () => cost([CCUSAGE, 'kimi', 'daily', '--json', '--offline'], { KIMI_DATA_DIR: folder }),
          }
        : {}),
    },
    RUNS,
  )
  const { report = fail(), lines = fail(), ccusage } = costs
  const baseline = ccusage
    ? `ccusage, ${ccusage.cpu.toFixed(2)} s and ${Math.round(ccusage.megabytes)} MB`
    : `wc -l, ${lines.cpu.toFixed(2)} s`
  await rm(file)
  return [
    {
      what: `${kind}, ${Math.round(megabytes)} MB: CPU from start to report`,
      value: report.cpu,
      unit: 's',
      ratio: report.cpu / (ccusage ?? lines).cpu,
      baseline,
    },
    { what: `${kind}: peak memory (goal: 256 MB and 64 bytes a call)`, value: report.megabytes, unit: 'MB' },
  ]
}

export default {
  name: 'command',
  async run(): Promise<readonly BenchResult[]> {
    if (!existsSync(COMMAND)) throw new Error('the command has not been built: npm run build')
    if (!existsSync(TIME)) throw new Error(`${TIME} is not installed, which measures the command`)
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
