import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './bench.ts'

const TIME = '/usr/bin/time'
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COMMAND = join(ROOT, 'dist-cli/quotascope.js')

/** What a program took of its machine, from start to end. */
export interface ProgramCost {
  readonly seconds: number
  /** Seconds of CPU, its own and the system's for it. */
  readonly cpu: number
  /** The most memory that it had at once. */
  readonly megabytes: number
}

export function costOf(words: readonly string[], env: Readonly<Record<string, string>> = {}): ProgramCost {
  if (!existsSync(TIME)) throw new Error(`${TIME} is not installed, which measures programs`)
  const { status, stderr } = spawnSync(TIME, ['-f', '%e %U %S %M', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  })
  const [, wall, user, system, kilobytes] = /([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(stderr) ?? []
  if (status !== 0 || wall === undefined) throw new Error(`${words.join(' ')}: ${stderr}`)
  return { seconds: Number(wall), cpu: Number(user) + Number(system), megabytes: Number(kilobytes) / 1000 }
}

/** The bundled command as people run it. */
export function costOfCommand(...words: readonly string[]): ProgramCost {
  if (!existsSync(COMMAND)) throw new Error('the command has not been built: npm run build:command')
  return costOf([process.execPath, COMMAND, ...words])
}

/** Each program once, then each again: what else the machine does hits all of them. Medians, and the highest peak. */
export function inTurn<Name extends string>(
  programs: Readonly<Record<Name, () => ProgramCost>>,
  runs: number,
): Readonly<Record<Name, ProgramCost>> {
  const named = Object.entries<() => ProgramCost>(programs)
  const rounds = Array.from({ length: runs }, () => named.map(([, run]) => run()))
  const entries = named.map(([name], index) => {
    const costs = rounds.flatMap((round) => round[index] ?? [])
    const middle = (of: 'seconds' | 'cpu') => median(costs.map((cost) => cost[of]))
    const megabytes = Math.max(...costs.map((cost) => cost.megabytes))
    return [name, { seconds: middle('seconds'), cpu: middle('cpu'), megabytes }]
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets which names it was given
  return Object.fromEntries(entries) as Record<Name, ProgramCost>
}
