import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../../../shared/time/clock.ts'
import { refusalsOf } from '../truth.ts'
import { checkAll, truthOf, type Checked } from './check.ts'
import { installClient, type InstalledClient } from './install.ts'
import { isThere, Play } from './play.ts'
import type { Scenario } from './scenario.ts'
import { IN_CI, SCENARIOS } from './scenarios.ts'
import { StandIn } from './stand-in.ts'

/**
 * `npm run client -- [NAME…]`: plays the official client against a stand-in of the service, reads with Quotascope what it
 * wrote, and says where that differs from what the stand-in saw. `--ci` plays three scenarios, no name all of them.
 */

/** Set in the process that has no network of its own. */
const ALONE = 'QUOTASCOPE_CLIENT_ALONE'

async function main(words: readonly string[]): Promise<number> {
  const names = words.includes('--ci') ? IN_CI : words.length > 0 ? words : Object.keys(SCENARIOS)
  const unknown = names.filter((name) => SCENARIOS[name] === undefined)
  if (unknown.length > 0) {
    console.error(`no such scenario: ${unknown.join(', ')}; there are ${Object.keys(SCENARIOS).join(', ')}`)
    return 2
  }
  const client = installClient()
  if ('reason' in client) {
    console.log(`SKIPPED: nothing of the official client was tried. ${client.reason}`)
    return 0
  }
  const alone = process.env[ALONE] === undefined ? withoutNetwork(words) : null
  return alone ?? playAll(names, client)
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

async function playAll(names: readonly string[], client: InstalledClient): Promise<number> {
  console.log(`official client: @moonshot-ai/kimi-code ${client.version}\n`)
  const begun = systemClock.now()
  let failed = 0
  for (const name of names) {
    const scenario = SCENARIOS[name]
    if (!scenario) continue
    if (name === 'window' && !isThere('tmux')) {
      console.log(`${name.padEnd(16)} SKIPPED: there is no tmux\n`)
      continue
    }
    const isRight = await playOne(name, scenario, client)
    if (!isRight) failed += 1
  }
  console.log(
    `${names.length - failed} of ${names.length} scenarios read as they were, in ${seconds(begun)} s`,
  )
  return failed === 0 ? 0 : 1
}

async function playOne(name: string, scenario: Scenario, client: InstalledClient): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-client-'))
  const service = new StandIn(scenario)
  await service.start()
  const begun = systemClock.now()
  try {
    const play = new Play(client, service, folder, scenario.env ?? {})
    await play.signIn()
    await scenario.play(play)
    const truth = truthOf(name, scenario, play, client.version)
    const checked = await checkAll(truth, play, scenario)
    const refused = refusalsOf(truth).length
    console.log(
      `${name.padEnd(16)} truth    ${truth.calls.length} calls, ${refused} refused   (${seconds(begun)} s)`,
    )
    for (const each of checked) console.log(lineOf(each))
    if (service.outside.length > 0)
      console.log(
        `${' '.repeat(17)}the client asked for ${[...new Set(service.outside)].join(', ')}, and got nothing`,
      )
    console.log('')
    return checked.every(({ wrong }) => wrong.length === 0)
  } catch (error) {
    console.log(
      `${name.padEnd(16)} could not be played: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    return false
  } finally {
    await service.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const lineOf = ({ source, read, wrong }: Checked): string =>
  [
    `${' '.repeat(17)}${source.padEnd(8)} ${read}   ${wrong.length === 0 ? 'equal' : 'DIFFERENT'}`,
    ...wrong.slice(0, 12),
  ].join(`\n${' '.repeat(26)}`)

const seconds = (begun: number): number => Math.round((systemClock.now() - begun) / 1000)

process.exitCode = await main(process.argv.slice(2))
