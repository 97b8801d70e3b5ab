import { join } from 'node:path'
import type { World } from './world.ts'

/** Where Kimi's clients keep their logs, and the variable that moves the folder elsewhere: kimi-code, and kimi-cli before it. */
const FOLDERS = [
  { variable: 'KIMI_CODE_HOME', folder: '.kimi-code' },
  { variable: 'KIMI_SHARE_DIR', folder: '.kimi' },
] as const

/** The folders of this machine's own clients that there are. */
export async function clientFolders({ files, env, home }: World): Promise<readonly string[]> {
  const paths = FOLDERS.map(({ variable, folder }) => env[variable] || join(home, folder))
  const found = await Promise.all(paths.map(async (path) => ({ path, ...(await files.look(path)) })))
  return found.filter(({ kind }) => kind === 'folder').map(({ path }) => path)
}

/** The folders that were named, or those of this machine's own clients. */
export const chosenFolders = (named: readonly string[], world: World): Promise<readonly string[]> =>
  named.length > 0 ? Promise.resolve(named) : clientFolders(world)
