import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { later } from '../../shared/time/instant.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { CAUSES, type Cause, type Verdict } from '../../shared/analyse/report.ts'
import { refusalsOf } from './truth.ts'
import { EXPECTED } from './verdicts.ts'
import { readFiles, scenarioIn, type ClientFile, type Scenario } from './read-scenario.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/client', import.meta.url))

/** What may be brought in of what the client left behind. */
const CARRIERS: readonly (readonly [string, (of: Scenario) => readonly ClientFile[]])[] = [
  ['log', ({ logs }) => logs],
  ['wire', ({ wires }) => wires],
  ['zip', ({ exports }) => exports],
  ['zip and rows', ({ exports, rows }) => [...exports, ...rows]],
  [
    'all together',
    ({ logs, wires, exports, rows, readings }) => [...logs, ...wires, ...exports, ...rows, ...readings],
  ],
]

/** In flight over a cap that nothing but a reading states: without one the text leaves open what it was. */
const NEEDS_READINGS = ['cap429-agents']

const SCENARIOS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, scenarioIn(`${FOLDER}/${name}`)] as const)

describe.each(SCENARIOS)('%s', (name, scenario) => {
  it.each(CARRIERS)('is told alike out of %s', async (carrier, filesOf) => {
    const { incidents } = reportFrom(await readFiles(filesOf(scenario)), {
      now: later(scenario.truth.to, 10 * MINUTE),
      zone: UNKNOWN_ZONE,
      rules: DEFAULT_RULES,
    })
    const right = EXPECTED[name]
    const refused = refusalsOf(scenario.truth).length > 0
    expect(incidents).toHaveLength(refused ? 1 : 0)
    const [incident] = incidents
    if (!incident || !right) return
    const isWhole = carrier === 'all together'
    const isUndecided = NEEDS_READINGS.includes(name) && !isWhole
    expect(incident.leading).toBe(isUndecided ? 'unknown' : right.leading)
    const wordOn = (cause: Cause) => incident.verdicts.find((each) => each.cause === cause)?.verdict
    for (const cause of CAUSES) {
      const word = right.verdicts?.[cause]
      // with less in hand less is said, and nothing else
      const weaker: readonly Verdict[] = ['consistent', 'undecidable']
      if (isWhole && word) expect(wordOn(cause), cause).toBe(word)
      else if (word) expect([word, ...weaker], cause).toContain(wordOn(cause))
      else expect(wordOn(cause), cause).not.toBe('supported')
    }
  })
})
