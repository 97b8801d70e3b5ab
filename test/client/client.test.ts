import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { writeCsv } from '../../shared/export/csv.ts'
import { writeMarkdown } from '../../shared/export/markdown/write-markdown.ts'
import { writeReportJson } from '../../shared/export/report-json.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { later } from '../../shared/time/instant.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { withoutRepeats } from '../../shared/analyse/logs/without-repeats.ts'
import { blockedAbout } from './blocked.ts'
import { compare } from './compare.ts'
import { panelDifferences, readPrinted } from './printed.ts'
import { readFiles, scenarioIn } from './read-scenario.ts'
import { refusalsOf } from './truth.ts'
import { EXPECTED } from './verdicts.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/client', import.meta.url))
const SCENARIOS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, scenarioIn(`${FOLDER}/${name}`)] as const)

/** What the scenarios put into prompts, answers, files, folders and keys, and what the client made of them. */
const PRIVATE = /canary|session_[0-9a-f]{8}|\/home\/|wd_/i

/** A refused call of which it is said that nobody knows how it ended. */
const isOpen = (difference: string) => difference.endsWith('refused, and read as unknown')

describe.each(SCENARIOS)('%s', (_, { truth, logs, wires, exports, rows, readings }) => {
  const blocked = blockedAbout(logs)
  const right = {
    refusals: refusalsOf(truth).length,
    missed: [],
    invented: [],
    undated: 0,
    calls: truth.calls.length,
    callsMissed: [],
    callsInvented: [],
    wrong: [],
    withoutLength: 0,
  }

  it('kimi-code.log alone tells every call and refusal, and nothing of whose it was', async () => {
    const evidence = await readFiles(logs)
    expect(compare(truth, evidence, blocked)).toMatchObject({ ...right, agentsUnknown: truth.calls.length })
    expect([...evidence.rejects, ...evidence.unknownFields]).toEqual([])
    expect(JSON.stringify(evidence)).not.toMatch(PRIVATE)
  })

  it('wire.jsonl alone tells every call and refusal, and whose it was', async () => {
    const evidence = await readFiles(wires)
    expect(compare(truth, evidence, blocked)).toMatchObject({ ...right, agentsUnknown: 0 })
    expect(evidence.rejects).toEqual([])
    expect(evidence.unknownFields).toEqual([])
    expect(JSON.stringify(evidence)).not.toMatch(PRIVATE)
  })

  it.each([
    ['the export', exports],
    ['the export, the rows of the console and readings', [...exports, ...rows, ...readings]],
    ['log and wire as files, the log twice', [...logs, ...wires, ...logs]],
  ])('%s: every call and refusal once, though it is told twice', async (_name, files) => {
    const evidence = await readFiles(files)
    expect(compare(truth, withoutRepeats(evidence), blocked)).toMatchObject({ ...right, agentsUnknown: 0 })
    expect(JSON.stringify(evidence)).not.toMatch(PRIVATE)
  })

  it('a log that was rotated anywhere tells what the whole one does', async () => {
    const [log] = logs
    if (!log) return
    const lines = new TextDecoder().decode(log.bytes).split(/(?<=\n)/)
    const step = Math.max(1, Math.floor(lines.length / 12))
    for (let cut = 1; cut < lines.length; cut += step) {
      const parts = [lines.slice(0, cut), lines.slice(cut)].map((part) =>
        new TextEncoder().encode(part.join('')),
      )
      const files = [...parts.entries()].map(([index, bytes]) => ({
        name: `kimi-code.log${index === 0 ? '.1' : ''}`,
        bytes,
      }))
      const evidence = await readFiles([...files, ...logs.slice(1)])
      const read = compare(truth, withoutRepeats(evidence), blocked)
      // Of several agents at the edge nobody can tell whose refusal is whose: such calls are of unknown end, and no other.
      const undecided = truth.calls.every(({ by }) => by === 'main') ? [] : read.wrong.filter(isOpen)
      expect(read).toMatchObject({ ...right, wrong: undecided, agentsUnknown: truth.calls.length })
    }
  })

  it('the report says what was the matter, and in no format what was private', async () => {
    const evidence = await readFiles([...exports, ...rows, ...readings])
    const analysis = analyse(evidence, {
      now: later(truth.to, 10 * MINUTE),
      zone: UNKNOWN_ZONE,
      rules: DEFAULT_RULES,
    })
    const { report } = analysis
    const expected = EXPECTED[truth.name]
    if (expected) {
      expect(report.incidents.map(({ leading }) => leading)).toEqual([expected.leading])
      const verdicts = report.incidents.flatMap((incident) => incident.verdicts)
      expect(Object.fromEntries(verdicts.map(({ cause, verdict }) => [cause, verdict]))).toMatchObject(
        expected.verdicts ?? {},
      )
    } else if (refusalsOf(truth).length === 0) expect(report.incidents).toEqual([])
    expect(report.counts.errors).toBe(withoutRepeats(evidence).errors.length)
    const words = { language: 'en', account: null } as const
    const written = [
      writeMarkdown(analysis, words),
      writeReportJson(analysis, words),
      writeCsv(analysis),
      writeBundle(evidence, { writtenAt: truth.to, zone: UNKNOWN_ZONE, masking: 'none' }),
    ]
    for (const text of written) expect(text).not.toMatch(PRIVATE)
  })
})

it('the usage panel is read in every width, as far as it shows', () => {
  const panels = SCENARIOS.flatMap(([, scenario]) => scenario.panels)
  expect(panels.map(({ columns }) => columns)).toEqual([160, 110, 60, 44, 80])
  expect(panels.flatMap(panelDifferences)).toEqual([])
  for (const { screen } of panels) expect(JSON.stringify(readPrinted(screen))).not.toMatch(PRIVATE)
})
