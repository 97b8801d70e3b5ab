import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readPlaywrightTally, readStepTally, readVitestTally, tallyStep, type Tally } from './run/tally.ts'

/** `npm test`: every check, one after another, all of them even when one fails; the last line adds them up. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const UNIT_JSON = 'test-results/unit.json'
const LAWS_JSON = 'test-results/laws.json'
const E2E_JSON = 'test-results/e2e.json'
const CLIENT_JSON = 'test-results/client.json'
const ENGINES_JSON = 'test-results/engines.json'
const NPM_JSON = 'test-results/npm-versions.json'
const FIREFOX_JSON = 'test-results/firefox.json'

interface Step {
  readonly name: string
  readonly command: string
  /** Where the runner writes its report, and what reads it. A step without one passes or fails as a whole. */
  readonly report?: { readonly file: string; readonly read: (json: unknown) => Tally }
  /** A step that is pointless when this one failed; it then counts as failed. */
  readonly needs?: string
}

const STEPS: readonly Step[] = [
  { name: 'types', command: 'npm run types' },
  { name: 'lint', command: 'npm run lint' },
  { name: 'format', command: 'npm run format' },
  {
    name: 'unit',
    command: `npm run unit -- --reporter=default --reporter=json --outputFile.json=${UNIT_JSON}`,
    report: { file: UNIT_JSON, read: readVitestTally },
  },
  {
    name: 'laws',
    command: `npm run laws -- --reporter=default --reporter=json --outputFile.json=${LAWS_JSON}`,
    report: { file: LAWS_JSON, read: readVitestTally },
  },
  { name: 'build', command: 'npm run build' },
  {
    // gets its Chromium first; the report is written as its config says
    name: 'e2e',
    command: 'npm run e2e',
    report: { file: E2E_JSON, read: readPlaywrightTally },
    needs: 'build',
  },
  {
    // installs the official client, or says loudly that it cannot; three scenarios, under three minutes
    name: 'client',
    command: `npm run client -- --ci --report ${CLIENT_JSON}`,
    report: { file: CLIENT_JSON, read: readStepTally },
  },
  {
    // installs ClickHouse and DuckDB, 615 MB, or says loudly that it cannot
    name: 'engines',
    command: `npm run engines -- ${ENGINES_JSON}`,
    report: { file: ENGINES_JSON, read: readStepTally },
  },
  {
    // installs four versions of npm, or says loudly which of them it cannot
    name: 'npm',
    command: `npm run npm-versions -- ${NPM_JSON}`,
    report: { file: NPM_JSON, read: readStepTally },
  },
  {
    // where no Firefox can be installed it says so loudly, and skips
    name: 'firefox',
    command: 'npm run e2e:firefox',
    report: { file: FIREFOX_JSON, read: readPlaywrightTally },
    needs: 'build',
  },
]

interface Result extends Tally {
  readonly name: string
  readonly note: string
}

function runStep(step: Step, earlier: readonly Result[]): Result {
  console.log(`\n=== ${step.name} ===`)
  if (earlier.some((result) => result.name === step.needs && result.failed > 0)) {
    return { name: step.name, passed: 0, failed: 1, note: `not run: ${step.needs} failed` }
  }
  if (step.report) rmSync(step.report.file, { force: true }) // an old report must not be counted
  const { status, error } = spawnSync(step.command, {
    cwd: ROOT,
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, npm_config_loglevel: 'error' },
  })
  const tally = tallyStep(status === 0, readReport(step))
  return { name: step.name, ...tally, note: error?.message ?? noteOf(tally, status) }
}

const noteOf = ({ skipped }: Tally, status: number | null) =>
  skipped === undefined ? (status === 0 ? 'ok' : `exit ${status}`) : `SKIPPED: ${skipped}`

function readReport({ report }: Step): Tally | null {
  if (!report) return null
  if (!existsSync(report.file)) return { passed: 0, failed: 1 }
  const json: unknown = JSON.parse(readFileSync(report.file, 'utf8'))
  return report.read(json)
}

/** The first lines of a failure; those of fast-check name the seed that shows it again. */
const shortened = (failure: string): string =>
  failure
    .split('\n', 6)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n')

process.chdir(ROOT)
const results: Result[] = []
for (const step of STEPS) results.push(runStep(step, results))

console.log('\n=== summary ===')
for (const { name, passed, failed, note, failures = [] } of results) {
  console.log(`${name.padEnd(8)} ${passed} passed, ${failed} failed (${note})`)
  for (const failure of failures) console.log(shortened(failure))
}
const failed = results.reduce((sum, result) => sum + result.failed, 0)
const passed = results.reduce((sum, result) => sum + result.passed, 0)
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
