import process from 'node:process'
import { fileReader } from './cli/read-files.ts'
import { runReport } from './cli/run-report.ts'
import { systemClock } from './time/clock.ts'

/** `npm run report`: the pipeline without a browser (docs/flow.md). */

// npm runs a script in the folder of the package, and says in INIT_CWD where it was typed.
const typedIn =
  process.env['npm_lifecycle_event'] === 'report' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd()

// `… | head` closes the pipe early; that is the reader's right and no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await runReport(process.argv.slice(2), {
    readFile: fileReader(typedIn),
    clock: systemClock,
    out: (text) => process.stdout.write(text),
    complain: (line) => process.stderr.write(`${line.replaceAll(/\s*\n\s*/g, ' ')}\n`),
  })
} catch (error) {
  // A fault of ours. A stack trace would help nobody who only wants a report.
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`quotascope failed, which is a bug: ${message.replaceAll(/\s*\n\s*/g, ' ')}\n`)
  process.exitCode = 1
}
