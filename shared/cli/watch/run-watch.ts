import { setTimeout as sleep } from 'node:timers/promises'
import { chosenFolders } from '../client-folders.ts'
import { reasonOf, writeReasonOf } from '../input/file-reasons.ts'
import { readMeters, type MeterReader } from '../usages/read-meters.ts'
import type { ExitStatus, World } from '../world.ts'
import { LogFollower } from './log-follower.ts'

export interface WatchArguments {
  /** Empty: those of this machine's own clients. */
  readonly folders: readonly string[]
  /** Look once at all that is there. */
  readonly once: boolean
  /** Milliseconds between two looks. */
  readonly every: number
  /** To which file lines are added; null: standard output. */
  readonly output: string | null
  /** Reads the meters as well; null where that is not asked for. */
  readonly meters: MeterReader | null
}

/**
 * Follows the logs of clients, and writes lines of captures that report and console read. Each is whole: what stops the
 * command leaves no half of one.
 */
export async function runWatch(request: WatchArguments, world: World): Promise<ExitStatus> {
  const follower = new LogFollower(world.clock.zone())
  for (;;) {
    const folders = await chosenFolders(request.folders, world)
    if (folders.length === 0 && request.meters === null) {
      world.complain('there is no folder of a Kimi client on this machine (~/.kimi-code, ~/.kimi): name one')
      return 2
    }
    const lines = [
      ...(await readLogs(folders, follower, request.once, world)),
      ...(request.meters === null ? [] : await readMeters(request.meters, world)),
    ]
    if (lines.length > 0 && !(await put(`${lines.join('\n')}\n`, request.output, world))) return 1
    if (request.once) return 0
    await sleep(request.every)
  }
}

async function readLogs(
  folders: readonly string[],
  follower: LogFollower,
  last: boolean,
  world: World,
): Promise<readonly string[]> {
  const lines: string[] = []
  for (const folder of folders) {
    const found = await world.files.look(folder)
    if (found.kind !== 'folder') continue
    for (const file of found.files.filter((name) => LOG.test(name))) {
      try {
        for (const line of await follower.read(file, world.clock.now(), last)) lines.push(line)
      } catch (error) {
        world.complain(`${file}: ${reasonOf(error)}`)
      }
    }
  }
  return lines
}

// kimi.log, kimi-code.log.1, wire.jsonl; what it is, the lines say
const LOG = /\.(?:log(?:\.\d+)?|jsonl)$/

async function put(text: string, output: string | null, world: World): Promise<boolean> {
  try {
    if (output === null) world.out(text)
    else await world.appendFile(output, text)
    return true
  } catch (error) {
    world.complain(`${output} could not be written: ${writeReasonOf(error)}`)
    return false
  }
}
