import { runCommand } from '../../shared/cli/run-command.ts'
import type { Run } from './report-command.ts'
import { worldOf, type WorldOptions } from './world-of.ts'

/** Runs `report` in this process, on files that are only names and texts; other names are files on the disk. */
export async function runWith(
  words: readonly string[],
  files: WorldOptions['files'] = {},
  options: WorldOptions = {},
): Promise<Run> {
  const { world, run } = worldOf({ ...options, files })
  const status = await runCommand(['report', ...words], world)
  return { status, ...run }
}
