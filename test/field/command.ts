import type { ReportJson } from '../../shared/export/report-schema.ts'
import { jsonOf } from '../cli/report-command.ts'
import { runWith } from '../cli/run-with.ts'
import type { FieldRow } from './field-row.ts'
import { inputPath, NOW, textOf } from './read-row.ts'

/** What the command line says on an input: a file of its own, or a text by the name `input`. */
export async function reportOfCommand(
  row: FieldRow,
): Promise<{ readonly status: number | null; readonly stderr: string; readonly report: ReportJson | null }> {
  const file = 'file' in row ? inputPath(row.file) : 'input'
  const words = [file, '--zone', row.zone ?? 'unknown', '--now', NOW, '--format', 'json']
  const run = await runWith(
    row.takenAt === undefined ? words : [...words, '--taken-at', `${file}=${row.takenAt}`],
    { [file]: textOf(row) },
  )
  return { status: run.status, stderr: run.stderr, report: run.stdout === '' ? null : jsonOf(run) }
}
