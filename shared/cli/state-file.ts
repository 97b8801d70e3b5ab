import { join } from 'node:path'
import type { World } from './world.ts'

/** Where a file is that the command keeps between two runs: `~/.local/state/quotascope/NAME`. */
export const stateFile = (name: string, { env, home }: Pick<World, 'env' | 'home'>): string =>
  join(env['XDG_STATE_HOME'] || join(home, '.local', 'state'), 'quotascope', name)
