import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { reportSchema, type ReportJson } from '../../shared/export/report-schema.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command as the README says, typed in `folder`. */
export function npmReport(words: readonly string[], input = '', folder = ROOT): Run {
  const command = ['--prefix', ROOT, 'run', '--silent', 'report', '--', ...words]
  const { status, stdout, stderr } = spawnSync('npm', command, {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, npm_config_loglevel: 'silent', TZ: 'America/St_Johns' },
  })
  return { status, stdout, stderr }
}

export const jsonOf = ({ stdout }: Run): ReportJson => reportSchema.parse(JSON.parse(stdout))
