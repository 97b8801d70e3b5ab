import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { print } from './read-case.mjs'

/** Our own command, as anybody would call it; the first argument is its file. */
const [script = '', folder = ''] = process.argv.slice(2)
const command = resolve(script)
const { zone, now } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'))
const files = readdirSync(folder).filter((name) => name !== 'case.json')
const report = JSON.parse(
  execFileSync(
    process.execPath,
    [command, 'report', '--json', '--now', now, '--zone', zone ?? 'unknown', ...files],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] },
  ),
)

const blocks = report.incidents.flatMap((incident) => {
  const parts = incident.parts.length > 1 ? incident.parts : [incident]
  return parts.map(({ from, to, leading, verdicts }) => ({
    from,
    to,
    cause: leading,
    ruledOut: verdicts.flatMap(({ cause, verdict }) => (verdict === 'contradicted' ? [cause] : [])),
  }))
})
const { answer } = report
const [only, ...others] = answer.state === 'error_undated' ? answer.cause.names : []
const undated =
  only === undefined
    ? []
    : [{ from: null, to: null, cause: others.length === 0 ? only : 'unknown', ruledOut: [] }]
print([...blocks, ...undated])
