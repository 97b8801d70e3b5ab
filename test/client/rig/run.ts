import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { systemClock } from '../../../shared/time/clock.ts'
import type { Tally } from '../../run/tally.ts'
import { refusalsOf } from '../truth.ts'
import { checkAll, truthOf, type Checked } from './check.ts'
import { installClient, type InstalledClient } from './install.ts'
import { isThere, Play } from './play.ts'
import type { Scenario } from './scenario.ts'
import { IN_CI, SCENARIOS } from './scenarios.ts'
import { StandIn } from './stand-in.ts'

/**
 * `npm run client -- [NAME…]`: plays the official client against a stand-in of the service, reads with Quotascope what it
 * wrote, and says where that differs from what the stand-in saw. `--ci` plays three scenarios, no name all of them; `--report`
 * names a file for the counts; `--keep` leaves the files behind, with their truth, and says where.
 */

/** Set in the process that has no network of its own. */
const ALONE = 'QUOTASCOPE_CLIENT_ALONE'

async function main(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { ci: { type: 'boolean' }, report: { type: 'string' }, keep: { type: 'boolean' } },
    allowPositionals: true,
  })
  const names = values.ci === true ? IN_CI : positionals.length > 0 ? positionals : Object.keys(SCENARIOS)
  const unknown = names.filter((name) => SCENARIOS[name] === undefined)
  if (unknown.length > 0) {
    console.error(`no such scenario: ${unknown.join(', ')}; there are ${Object.keys(SCENARIOS).join(', ')}`)
    return 2
  }
  const client = installClient()
  if ('reason' in client) {
    console.log(`\nSKIPPED: nothing of the official client was tried. ${client.reason}\n`)
    writeTally(values.report, { passed: 0, failed: 0, skipped: client.reason })
    return 0
  }
  const alone = process.env[ALONE] === undefined ? withoutNetwork(words) : null
  if (alone !== null) return alone
  const tally = await playAll(names, client, values.keep === true)
  writeTally(values.report, tally)
  return tally.failed === 0 ? 0 : 1
}

/** Where `npm test` looks for what was tried. */
function writeTally(file: string | undefined, tally: Tally): void {
  if (file === undefined) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(tally))
}

/** Plays in a network namespace in which there is loopback only; null where this machine does not let us make one. */
function withoutNetwork(words: readonly string[]): number | null {
  if (spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status !== 0) return null
  const script = 'ip link set lo up && exec "$@"'
  const again = [process.execPath, ...process.execArgv, fileURLToPath(import.meta.url), ...words]
  const { status } = spawnSync('unshare', ['-n', 'sh', '-c', script, 'sh', ...again], {
    stdio: 'inherit',
    env: { ...process.env, [ALONE]: '1' },
  })
  return status ?? 1
}

async function playAll(names: readonly string[], client: InstalledClient, isKept: boolean): Promise<Tally> {
  console.log(`official client: @moonshot-ai/kimi-code ${client.version}\n`)
  const begun = systemClock.now()
  const all: boolean[] = []
  for (const name of names) {
    const scenario = SCENARIOS[name]
    if (!scenario) continue
    if (name === 'window' && !isThere('tmux')) console.log(`${name.padEnd(16)} SKIPPED: there is no tmux\n`)
    else all.push(...(await playOne(name, scenario, client, isKept)))
  }
  const failed = all.filter((isEqual) => !isEqual).length
  console.log(
    `${names.length} scenarios in ${seconds(begun)} s: ${all.length - failed} readings equal to the truth, ${failed} not`,
  )
  return { passed: all.length - failed, failed }
}

/** For each kind of file that the client left behind, whether what is read of it is what was. */
async function playOne(
  name: string,
  scenario: Scenario,
  client: InstalledClient,
  isKept: boolean,
): Promise<readonly boolean[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-client-'))
  const service = new StandIn(scenario)
  await service.start()
  const begun = systemClock.now()
  const play = new Play(client, service, folder, scenario.env ?? {})
  try {
    await play.signIn()
    await scenario.play(play)
    const truth = truthOf(name, scenario, play, client.version)
    if (isKept) play.keep(truth)
    const checked = await checkAll(truth, play, scenario)
    const refused = refusalsOf(truth).length
    console.log(
      `${name.padEnd(16)} truth    ${truth.calls.length} calls, ${refused} refused   (${seconds(begun)} s)`,
    )
    for (const each of checked) console.log(lineOf(each))
    if (service.outside.length > 0)
      console.log(
        `${INDENT}the client asked for ${[...new Set(service.outside)].join(', ')}, and got nothing`,
      )
    console.log('')
    return checked.map(({ wrong }) => wrong.length === 0)
  } catch (error) {
    console.log(
      `${name.padEnd(16)} could not be played: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    return [false]
  } finally {
    play.close()
    await service.stop()
    if (isKept) console.log(`${INDENT}kept in ${folder}\n`)
    else rmSync(folder, { recursive: true, force: true })
  }
}

const INDENT = ' '.repeat(17)

const lineOf = ({ source, read, wrong }: Checked): string =>
  [
    `${INDENT}${source.padEnd(8)} ${read}   ${wrong.length === 0 ? 'equal' : 'DIFFERENT'}`,
    ...wrong.slice(0, MAX_TOLD),
  ].join(`\n${INDENT}${' '.repeat(9)}`)

/** The first differences say enough. */
const MAX_TOLD = 12

const seconds = (begun: number): number => Math.round((systemClock.now() - begun) / 1000)

process.exitCode = await main(process.argv.slice(2))
