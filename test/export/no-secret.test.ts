import 'fake-indexeddb/auto'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { putImport } from '../../shared/store/imports/put-import.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { fixture, paste } from '../parse/paste.ts'
import { freshStore } from '../store/fresh-store.ts'
import { importPart } from '../store/imports/import-part.ts'
import { at, zone } from '../time/given.ts'
import { filesOf, SENDER } from './files-of.ts'
import { telltaleEvidence } from './some-evidence.ts'

/** What tells who somebody is or what they work on. Each holds `planted`, however it is cut. */
const PLANTS = [
  'sk-kimi-plantedplantedPLANTEDplanted0123456789',
  'eyJhbGciOiJIUzUxMiJ9.cGxhbnRlZHBsYW50ZWQ.planted_planted-planted',
  'planted.person@planted.example.org',
  '/home/planted/secret/planted.ts',
] as const

const all = (folder: string) =>
  readdirSync(new URL(`../fixtures/${folder}`, import.meta.url)).filter((name) => name !== 'README.md')

const CLAIM = `cap is 30 ${PLANTS.join(' ')}`

/** Every text of a JSON value, one after another, replaced by the plant. */
function* plantedIn(value: unknown, plant: string): Generator {
  if (typeof value === 'string') yield plant
  else if (Array.isArray(value))
    for (const [index, item] of value.entries())
      for (const changed of plantedIn(item, plant)) yield value.with(index, changed)
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value))
      for (const changed of plantedIn(item, plant)) yield { ...value, [name]: changed }
}

/** A source with something planted in every place in which there is a text. */
function plantedSources(): readonly (readonly [name: string, bodies: readonly string[]])[] {
  const bodies = [
    ...all('console').map((name) => `console/${name}`),
    ...all('usages').map((name) => `usages/${name}`),
  ]
  const json = bodies.filter((name) => name.endsWith('.json'))
  const lines = [
    ...bodies.filter((name) => !json.includes(name)),
    ...all('logs').map((name) => `logs/${name}`),
    ...all('membership').map((name) => `membership/${name}`),
  ]
  const texts = ['seed/usage-history.txt', 'seed/cli-panel.txt', 'seed/error.txt', 'posts/forum-post.md']
  return [
    ...json.map((name) => {
      const value: unknown = JSON.parse(fixture(name))
      return [
        name,
        PLANTS.flatMap((plant) => [...plantedIn(value, plant)].map((each) => JSON.stringify(each))),
      ] as const
    }),
    ...[...lines, ...texts].map((name) => {
      const given = fixture(name).split('\n')
      const plants = PLANTS.join(' ')
      const planted = given.map((line, index) => given.with(index, `${line} ${plants}`).join('\n'))
      return [name, planted] as const
    }),
  ]
}

function evidenceIn(bodies: readonly string[]): Evidence {
  const parts = bodies.map(
    (body) =>
      parseInput(
        { at: at('2026-03-02T16:37:00Z'), via: 'paste', input: 'paste', source: null, body },
        { zone: zone('Europe/Berlin') },
      ).evidence,
  )
  return mergeEvidence(NO_EVIDENCE, ...parts)
}

describe('what is planted in a source is in no file that is handed on', () => {
  it.each(plantedSources())('%s', async (_, bodies) => {
    expect(bodies.length).toBeGreaterThan(1)
    for (const [name, text] of Object.entries(await filesOf(evidenceIn(bodies), true, CLAIM)))
      expect(/planted/i.test(text) ? `${name}: ${around(text)}` : 'clean').toBe('clean')
  })
})

describe('nor is a key or a token in the bundle that an installation puts into a folder, though names are', () => {
  const folderBundle = (evidence: Evidence) =>
    writeBundle(evidence, {
      writtenAt: at('2026-12-01T00:00:00Z'),
      zone: 'unknown',
      masking: 'none',
      installation: { id: SENDER.instance, name: 'laptop' },
    })
  it.each(plantedSources())('%s', (_, bodies) => {
    const found = /(?:sk-kimi-|eyJhbGci|cGxhbnRl)[\w.-]{0,40}/i.exec(folderBundle(evidenceIn(bodies)))
    expect(found?.[0] ?? 'clean').toBe('clean')
  })
  it('the search would find them: names are in it', () => {
    expect(folderBundle(telltaleEvidence())).toMatch(/anna/i)
  })
})

it('nor are the names and ids of what is known', async () => {
  const files = await filesOf(telltaleEvidence(), true, CLAIM)
  expect(Object.keys(files)).toContain('package/evidence.json')
  for (const [name, text] of Object.entries(files))
    expect(/planted|bef2fd2b|anna|安娜|example\.org/i.test(text) ? `${name}: ${around(text)}` : 'clean').toBe(
      'clean',
    )
})

it('nor is what an import was called, masked or not', async () => {
  const store = freshStore()
  const { evidence } = paste(fixture('seed/usage-history.txt'))
  await putImport(store, 'me', importPart('planted', 'planted/of-anna.zip'), evidence)
  for (const masked of [true, false])
    for (const [name, text] of Object.entries(await filesOf(await evidenceOf(store, 'me'), masked)))
      expect(/of-anna/i.test(text) ? `${name}: ${around(text)}` : 'clean').toBe('clean')
})

const around = (text: string) => /.{0,80}(?:planted|bef2fd2b|anna|安娜).{0,80}/i.exec(text)?.[0]
