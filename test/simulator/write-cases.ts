import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isoOf, type CaseFile } from './files/case-file.ts'
import { caseFiles } from './files/case-files.ts'
import { trueBlocks, type CaseTruth } from './files/case-truth.ts'
import { playedAndLookedAt } from './examine.ts'
import { difficultiesOf } from './difficulties/list.ts'

const FOLDER = fileURLToPath(new URL('../benchmark/cases/', import.meta.url))
/** A case that is larger is passed over: five hundred of them are to stay under 20 MB. */
const LARGEST = 40_000

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '50000001' },
    count: { type: 'string', default: '520' },
    out: { type: 'string', default: FOLDER },
  },
})

/** Writes so many cases of runs from a number on, with what was true of each beside them. */
const first = Number(values.from)
const count = Number(values.count)
const truths: Record<string, CaseTruth> = {}
rmSync(values.out, { recursive: true, force: true })
for (let seed = first, written = 0; written < count; seed += 1) {
  const { world, truth, observer } = playedAndLookedAt(
    seed,
    difficultiesOf(seed, null).filter(({ observed }) => !observed),
  )
  const files = caseFiles(world, observer)
  const size = files.reduce((sum, { text }) => sum + text.length, 0)
  if (size === 0 || size > LARGEST) continue
  const name = String(seed)
  writeCase(join(values.out, name), files)
  const zone = observer.clock === 'wall_zone_unknown' ? null : world.scenario.zone
  writeFileSync(
    join(values.out, name, 'case.json'),
    `${JSON.stringify({ case: name, zone, now: isoOf(observer.until + 60_000) })}\n`,
  )
  truths[name] = { blocks: trueBlocks(world, truth, observer, files) }
  written += 1
}
writeFileSync(join(values.out, 'truth.json'), `${JSON.stringify(truths, null, 1)}\n`)

function writeCase(folder: string, files: readonly CaseFile[]): void {
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of files) writeFileSync(join(folder, name), text)
}
