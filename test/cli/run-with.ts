import { fileReader } from '../../shared/cli/read-files.ts'
import { runReport } from '../../shared/cli/run-report.ts'
import { at } from '../time/given.ts'
import type { Run } from './report-command.ts'

const readFromDisk = fileReader(process.cwd())

/** Runs the command in this process, on files that are only names and texts; other names are files on the disk. */
export async function runWith(
  words: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<Run> {
  let stdout = ''
  let stderr = ''
  const status = await runReport(words, {
    readFile: async (file) => {
      const text = files[file]
      return text === undefined ? readFromDisk(file) : { text }
    },
    clock: { now: () => at('2026-03-09T00:00:00Z') },
    out: (text) => {
      stdout += text
    },
    complain: (line) => {
      stderr += `${line}\n`
    },
  })
  return { status, stdout, stderr }
}
