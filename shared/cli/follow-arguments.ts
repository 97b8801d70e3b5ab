import { USAGES_HOSTS } from '../recorder/usages-hosts.ts'
import { HOUR, MINUTE, SECOND } from '../time/duration.ts'
import type { MeterReader } from './usages/read-meters.ts'
import type { WaitArguments } from './wait/run-wait.ts'
import type { WatchArguments } from './watch/run-watch.ts'
import { UsageError, type World } from './world.ts'

/** The options of `watch` and `wait` as they were typed. */
export interface FollowOptions {
  readonly every: string
  readonly usages?: boolean
  readonly host?: string
  readonly once?: boolean
  readonly output?: string
  readonly timeout?: string
}

/** Throws a UsageError. */
export const readWatch = (
  folders: readonly string[],
  options: FollowOptions,
  world: World,
): WatchArguments => ({
  folders,
  once: options.once ?? false,
  every: Math.max(SHORTEST, lengthOf(options.every, '--every')),
  output: options.output === undefined || options.output === '-' ? null : options.output,
  meters: readMeterOptions(options, world),
})

/** Throws a UsageError. */
export const readWait = (inputs: readonly string[], options: FollowOptions, world: World): WaitArguments => ({
  inputs,
  timeout: options.timeout === undefined ? null : lengthOf(options.timeout, '--timeout'),
  every: Math.max(SHORTEST, lengthOf(options.every, '--every')),
  meters: readMeterOptions(options, world),
})

function readMeterOptions({ usages, host }: FollowOptions, { env }: World): MeterReader | null {
  if (!usages) return null
  const key = env['KIMI_API_KEY']
  if (key === undefined || key.trim() === '')
    throw new UsageError('--usages reads the meters with the key in KIMI_API_KEY, and there is none')
  const known = USAGES_HOSTS.find((each) => each === (host ?? USAGES_HOSTS[0]))
  if (!known) throw new UsageError(`--host ${host ?? ''}: write one of ${USAGES_HOSTS.join(', ')}`)
  return { host: known, key: key.trim() }
}

/** Looking more often would keep the machine busy. */
const SHORTEST = SECOND / 10

const UNITS: Readonly<Record<string, number>> = { s: SECOND, m: MINUTE, min: MINUTE, h: HOUR }

/** `90`, `90s`, `5m`, `1h30m`: milliseconds. */
function lengthOf(text: string, option: string): number {
  const parts = [...text.matchAll(/(\d{1,6}(?:\.\d{1,3})?)(min|[smh])?/g)]
  if (text === '' || parts.map(([part]) => part).join('') !== text)
    throw new UsageError(`${option} ${text}: write a length of time, like 30s, 5m or 1h30m`)
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (UNITS[unit ?? 's'] ?? SECOND), 0)
}
