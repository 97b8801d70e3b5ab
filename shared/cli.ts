import process from 'node:process'
import { fileReader } from './cli/read-files.ts'
import { runReport } from './cli/run-report.ts'
import { systemClock } from './time/clock.ts'

/** `npm run report`: the pipeline without a browser (docs/flow.md). */

// npm runs a script in the folder of the package, and says in INIT_CWD where it was typed.
const typedIn =
  process.env['npm_lifecycle_event'] === 'report' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd()

/** One line, and never a stack trace: that would help nobody who only wants a report. */
const complain = (line: string) => {
  process.stderr.write(`${line.replaceAll(/\s*\n\s*/g, ' ')}\n`)
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return // `… | head` closes the pipe early; that is the reader's right
  complain(`the report could not be written: ${error.message}`)
  process.exitCode = 1
})

try {
  process.exitCode = await runReport(process.argv.slice(2), {
    readFile: fileReader(typedIn),
    clock: systemClock,
    out: (text) => process.stdout.write(text),
    complain,
  })
} catch (error) {
  complain(`quotascope failed, which is a bug: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
