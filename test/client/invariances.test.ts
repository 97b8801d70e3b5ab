import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { later } from '../../shared/time/instant.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { saidIn, strongerThan, type Said } from '../analyse/same-or-weaker.ts'
import { SAME, WEAKER } from '../simulator/put-otherwise.ts'
import { randomFrom } from '../simulator/random.ts'
import { readFiles, scenarioIn, type ClientFile } from './read-scenario.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/client', import.meta.url))
const SCENARIOS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, scenarioIn(`${FOLDER}/${name}`)] as const)

/** The file in two, at a line. */
function cutAt({ name, bytes }: ClientFile, at: number): readonly ClientFile[] {
  const lines = new TextDecoder().decode(bytes).split(/(?<=\n)/)
  const piece = (of: readonly string[], suffix: string) => ({
    name: `${name}${suffix}`,
    bytes: new TextEncoder().encode(of.join('')),
  })
  return [piece(lines.slice(0, at), '.1'), piece(lines.slice(at), '')]
}

/** Where files are cut: anywhere, if that is asked for (`INVARIANCES=all`). */
function cutsOf({ bytes }: ClientFile): readonly number[] {
  const lines = new TextDecoder().decode(bytes).split('\n').length - 1
  const step = process.env['INVARIANCES'] === 'all' ? 1 : Math.max(1, Math.ceil(lines / 4))
  return Array.from({ length: Math.floor((lines - 1) / step) }, (_, index) => (index + 1) * step)
}

describe.each(SCENARIOS)('%s is judged alike', { timeout: 600_000 }, (name, scenario) => {
  const { truth, logs, wires, exports, rows, readings } = scenario
  const said = (evidence: Evidence): readonly Said[] =>
    saidIn(
      reportFrom(evidence, { now: later(truth.to, 10 * MINUTE), zone: UNKNOWN_ZONE, rules: DEFAULT_RULES }),
    )
  const random = randomFrom(1, name)
  const carriers: readonly (readonly [string, readonly ClientFile[]])[] = [
    ['log', logs],
    ['wire', wires],
    ['zip, rows and readings', [...exports, ...rows, ...readings]],
  ]

  describe.each(carriers)('out of %s', (_carrier, files) => {
    it.each(Object.entries(SAME))('%s', async (_, put) => {
      const evidence = await readFiles(files)
      expect(said(put(evidence, random, UNKNOWN_ZONE))).toEqual(said(evidence))
    })

    it('with its files the other way round, and twice', async () => {
      const before = said(await readFiles(files))
      expect(said(await readFiles(files.toReversed()))).toEqual(before)
      expect(said(await readFiles([...files, ...files]))).toEqual(before)
    })

    it.each(Object.entries(WEAKER))('%s', async (_, put) => {
      const evidence = await readFiles(files)
      expect(strongerThan(said(evidence), said(put(evidence, random, UNKNOWN_ZONE)))).toEqual([])
    })
  })

  it('with a file cut in two', async () => {
    const whole = [...logs, ...wires, ...rows, ...readings]
    const before = said(await readFiles(whole))
    for (const file of [...logs, ...wires.slice(0, 2), ...rows, ...readings])
      for (const at of cutsOf(file)) {
        const after = said(
          await readFiles(whole.flatMap((each) => (each === file ? cutAt(file, at) : [each]))),
        )
        expect(strongerThan(before, after), `${file.name} cut at ${at}`).toEqual([])
      }
  })
})
