import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { readAnswer } from './answer.mjs'
import { scoreCase, sumOf } from './score.mjs'
import { tableOf } from './table.mjs'

const USAGE = `node test/benchmark/run.mjs [--cases FOLDER] [--only NAME] [--tool "NAME=COMMAND"]…
Runs each tool on each case and prints how often it was right. Needs Node 20.19 or later, and no package.`

const here = fileURLToPath(new URL('.', import.meta.url))
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: join(here, 'cases') },
    only: { type: 'string' },
    tool: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(USAGE)
  process.exit(0)
}

const run = promisify(execFile)
const truths = JSON.parse(readFileSync(join(values.cases, 'truth.json'), 'utf8'))
const names = Object.keys(truths)
const known = Object.entries(JSON.parse(readFileSync(join(here, 'tools.json'), 'utf8')))
const given = values.tool.map((tool) => tool.split(/=(.*)/s).slice(0, 2))
const tools = [...known, ...given].filter(([name]) => values.only === undefined || name === values.only)

const rows = []
for (const [name, command] of tools) {
  const missing = (command.match(/\S+\.m?js/g) ?? []).find((script) => !existsSync(join(here, script)))
  if (missing !== undefined) {
    console.error(`SKIPPED ${name}: ${missing} is not there`)
    continue
  }
  rows.push([name, await scoreTool(name, command)])
}
console.log(tableOf(rows))

/** Runs a tool on every case, a few at a time, and adds up. */
async function scoreTool(name, command) {
  const queue = [...names]
  const scores = []
  const failures = []
  const worker = async () => {
    for (let each = queue.shift(); each !== undefined; each = queue.shift()) {
      const folder = join(values.cases, each)
      try {
        const { stdout } = await run('sh', ['-c', `${command} "$1"`, 'sh', folder], {
          cwd: here,
          maxBuffer: 64 * 1024 * 1024,
          timeout: 120_000,
        })
        scores.push(scoreCase(truths[each], readAnswer(stdout)))
      } catch (error) {
        failures.push(`${each}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
        scores.push(scoreCase(truths[each], []))
      }
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  for (const failure of failures.slice(0, 5)) console.error(`${name}: ${failure}`)
  if (failures.length > 0) console.error(`${name}: failed on ${failures.length} of ${names.length} cases`)
  return sumOf(scores)
}
