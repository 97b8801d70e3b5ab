import 'fake-indexeddb/auto'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { putImport } from '../../shared/store/imports/put-import.ts'
import { readFiles, scenarioIn } from '../client/read-scenario.ts'
import { at } from '../time/given.ts'
import { everythingIn } from './everything-in.ts'
import { freshStore } from './fresh-store.ts'
import { importPart } from './imports/import-part.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/client', import.meta.url))
const SCENARIOS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => scenarioIn(`${FOLDER}/${name}`).exports.length > 0)

/** What was asked, answered and read in the sessions of the official client, and where it worked. */
const CANARY = /canary/i

it.each(SCENARIOS)('nothing of the conversation in the artefacts of %s is kept or reported', async (name) => {
  const { exports, logs, wires } = scenarioIn(`${FOLDER}/${name}`)
  const written = [...logs, ...wires].map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')
  expect(written).toMatch(CANARY) // it was there to be kept
  const store = freshStore()
  const evidence = await readFiles([...logs, ...wires, ...exports])
  await putImport(store, 'me', importPart(name), evidence)
  const report = reportFrom(evidence, {
    now: at('2026-12-01T00:00:00Z'),
    zone: 'unknown',
    rules: DEFAULT_RULES,
    claims: [],
  })
  for (const text of [await everythingIn(store), JSON.stringify(report)])
    expect(/.{0,60}canary.{0,40}/i.exec(text)?.[0] ?? 'clean').toBe('clean')
})
