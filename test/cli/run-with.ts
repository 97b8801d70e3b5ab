import { readFileSync } from 'node:fs'
import { runReport } from '../../shared/cli/run-report.ts'
import { at } from '../time/given.ts'
import type { Run } from './report-command.ts'

/** Runs the command in this process, on files that are only names and texts; other names are files on the disk. */
export async function runWith(
  words: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<Run> {
  let stdout = ''
  let stderr = ''
  const status = await runReport(words, {
    readFile: (file) => Promise.resolve({ text: files[file] ?? readFileSync(file, 'utf8') }),
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
