import process from 'node:process'
import { systemWorld } from './cli/system-world.ts'
import { runCommand } from './cli/run-command.ts'

/** `quotascope`, in a checkout `npm run report`: the pipeline without a browser (docs/flow.md). */

// npm runs a script in the folder of the package, and says in INIT_CWD where it was typed.
const typedIn =
  process.env['npm_lifecycle_event'] === 'report' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd()

const world = systemWorld(typedIn)
try {
  process.exitCode = await runCommand(process.argv.slice(2), world)
} catch (error) {
  // One line, and never a stack trace: that would help nobody who only wants a report.
  world.complain(
    `quotascope failed, which is a bug: ${error instanceof Error ? error.message : String(error)}`,
  )
  process.exitCode = 1
} finally {
  world.progress(null)
}
