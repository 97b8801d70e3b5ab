import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { reportSchema, type ReportJson } from '../../shared/export/report-schema.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command as the README says. */
export function npmReport(words: readonly string[], input = ''): Run {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'report', '--', ...words], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    env: { ...process.env, npm_config_loglevel: 'silent', TZ: 'America/St_Johns' },
  })
  return { status, stdout, stderr }
}

export const jsonOf = ({ stdout }: Run): ReportJson => reportSchema.parse(JSON.parse(stdout))
