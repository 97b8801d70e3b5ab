import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installByApt } from '../install-by-apt.ts'
import { readVitestTally, type Tally } from '../run/tally.ts'

/**
 * `npm run engines`: the SQL of docs/engines on a real ClickHouse and a real DuckDB, and the metrics in Prometheus and
 * VictoriaMetrics. They are 615 MB, and installed here only; where they cannot be, this says so loudly, and nothing is tried.
 */

const HERE = fileURLToPath(new URL('.', import.meta.url))
const [, report = 'test-results/engines.json'] = process.argv.slice(2)
const VITEST_JSON = 'test-results/engines-vitest.json'

/** Without a lock file: chdb names builds for other machines, and where a registry lacks one `npm ci` refuses all. */
const INSTALL = ['--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund']

/** What Debian has of the others: the command, and its package. */
const FROM_APT = [
  ['promtool', 'prometheus'],
  ['victoria-metrics', 'victoria-metrics'],
] as const

const run = (command: string, ...words: readonly string[]): boolean =>
  spawnSync(command, words, { stdio: 'inherit' }).status === 0

const has = (command: string): boolean => spawnSync(command, ['--version']).status === 0

function tried(): Tally {
  if (!run('npm', 'install', '--prefix', HERE, ...INSTALL))
    return { passed: 0, failed: 0, skipped: 'chdb and @duckdb/node-api could not be installed' }
  for (const [command, ...packages] of FROM_APT)
    if (!has(command) && !installByApt(...packages))
      console.error(`\n!!! ${command} WAS NOT TRIED: it is not there, and could not be installed !!!\n`)
  const words = [
    'vitest',
    'run',
    '-c',
    'test/engines/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
  ]
  const well = run('npx', ...words, `--outputFile.json=${VITEST_JSON}`)
  const tally = readVitestTally(JSON.parse(readFileSync(VITEST_JSON, 'utf8')))
  return { ...tally, failed: well ? tally.failed : Math.max(tally.failed, 1) }
}

const tally = tried()
if (tally.skipped !== undefined) console.error(`\n!!! THE ENGINES WERE NOT TRIED: ${tally.skipped} !!!\n`)
mkdirSync(dirname(report), { recursive: true })
writeFileSync(report, JSON.stringify(tally))
process.exitCode = tally.failed === 0 ? 0 : 1
