import 'fake-indexeddb/auto'
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { keepCapture } from '../../extension/worker/keep-capture.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { putImport } from '../../shared/store/imports/put-import.ts'
import { fixture } from '../parse/paste.ts'
import { at, zone } from '../time/given.ts'
import { everythingIn } from './everything-in.ts'
import { freshStore } from './fresh-store.ts'
import { importPart } from './imports/import-part.ts'
import { PLANTED_NAMES } from './planted-names.ts'

/*
 * What is planted under names that nobody reads is nowhere in the database; nor is what tells of a person or opens a door,
 * wherever it stands. The search is shown to find what is kept.
 */

const NOW = at('2026-12-01T00:00:00Z')
const filesIn = (folder: string) =>
  readdirSync(new URL(`../fixtures/${folder}`, import.meta.url))
    .filter((name) => name !== 'README.md')
    .map((name) => `${folder}/${name}`)

const around = (text: string, secret: RegExp) =>
  [...text.matchAll(new RegExp(`.{0,80}(?:${secret.source}).{0,40}`, 'gi'))]
    .slice(0, 5)
    .map(([found]) => found)

/** A value with all that is planted put into each of its objects in turn. */
function plantedIn(value: unknown, plant: (object: object) => object): unknown {
  if (Array.isArray(value)) return value.map((item) => plantedIn(item, plant))
  if (typeof value !== 'object' || value === null) return value
  const inside = Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, plantedIn(item, plant)]),
  )
  return plant(inside)
}

it('nothing that an answer says under a name that nobody reads is kept', async () => {
  expect(PLANTED_NAMES.length).toBeGreaterThanOrEqual(300)
  const store = freshStore()
  let plantings = 0
  const json = [...filesIn('console'), ...filesIn('usages')].filter((name) => name.endsWith('.json'))
  for (const name of json) {
    let next = 0
    const value = plantedIn(JSON.parse(fixture(name)), (object) => {
      const some = Array.from({ length: 40 }, () => PLANTED_NAMES[next++ % PLANTED_NAMES.length] ?? '')
      plantings += some.length
      const values = some.map((each, index): [string, unknown] => {
        const secret = `PLANTED ${each}`
        return [each, [secret, [secret], { name: secret, message: { text: secret } }][index % 3]]
      })
      return { ...Object.fromEntries(values), ...object, ...Object.fromEntries(values.slice(0, 5)) }
    })
    // what it is taken for is told by its content
    const source = 'usages'
    const handed = {
      id: name,
      at: NOW,
      via: 'page',
      source,
      input: 'console',
      body: JSON.stringify(value),
    } as const
    await keepCapture(store, 'me', handed, NOW)
  }
  expect(plantings).toBeGreaterThanOrEqual(5_000)
  const kept = await everythingIn(store)
  expect(kept).toMatch(/KimiCLI|kimi-code-cli/) // the search looks where things are
  expect(around(kept, /PLANTED/)).toEqual([])
})

it.each([
  ['with a status', { error: { message: 'limit of PLANTED tenant reached, said PLANTED', status: 429 } }],
  ['with a type', { error: { message: 'PLANTED prompt here', type: 'rate_limit_reached_error' } }],
  ['with both, in another answer', { data: { error: { message: 'PLANTED: quota', type: 'x', code: 403 } } }],
  ['of a vendor', { type: 'error', error: { type: 'overloaded_error', message: 'PLANTED is busy' } }],
])('of an error body whose words nobody knows no word but those of limits: %s', async (name, body) => {
  const store = freshStore()
  const handed = { id: name, at: NOW, via: 'page', source: 'usages', input: 'console' } as const
  await keepCapture(store, 'me', { ...handed, body: JSON.stringify(body) }, NOW)
  const kept = await everythingIn(store)
  expect(kept).toMatch(/error/)
  expect(around(kept, /PLANTED/)).toEqual([])
})

/** Each is recognised by its form, so it may stand anywhere; all hold `planted`, `2001:db8` or digits that are nobody's. */
const FORMS = [
  'sk-kimi-plantedplanted0123456789',
  'sk-planted01',
  'eyJhbGciOiJIUzUxMiJ9.cGxhbnRlZHBsYW50ZWQ.planted_planted-planted',
  'Bearer plantedplanted123',
  'planted.person@planted.example.org',
  '2001:db8:85a3::8a2e:370:7334',
  '203.0.113.199',
  '+86 138 9999 0000',
  'org-plantedplanted99',
  '9f8e7d6c5b4a39281706f5e4d3c2b1a0',
  String.raw`\\planted-server\share\planted.log`,
  '/Volumes/planted/kimi.log',
  '/root/planted/app.ts',
  '/home/planted/secret.ts',
  String.raw`C:\Users\planted\kimi.log`,
  'https://api.kimi.com/a?token=planted1&key=planted2',
]
const SECRET = /planted|2001:db8|203\.0\.113|138 9999|9f8e7d6c5b4a/

const TEXTS = [
  ...filesIn('logs'),
  ...filesIn('posts'),
  ...filesIn('membership'),
  'console/device-list.txt',
  'seed/usage-history.txt',
  'seed/cli-panel.txt',
  'seed/error.txt',
  'seed/incident-2026-03-07.txt',
]

it.each(TEXTS)('nothing that is known by its form is kept of %s', async (name) => {
  const store = freshStore()
  const lines = fixture(name).split('\n')
  // names of devices and keys are names, whatever they look like; only what opens a door is taken out of them
  const isOfNames = name === 'console/device-list.txt'
  const plants = FORMS.slice(0, isOfNames ? 4 : FORMS.length).join(' ')
  const headers = `Authorization: ${FORMS[3]}\nCookie: kimi-auth=${FORMS[2]}`
  for (const [index, line] of lines.entries()) {
    if (index % Math.ceil(lines.length / 40) !== 0) continue
    for (const changed of [`${line} ${plants}`, `${plants} ${line}`, `${line}\n${headers}`]) {
      const body = lines.with(index, changed).join('\n')
      const { evidence } = parseInput(
        { at: NOW, via: 'file', input: 'kimi.log', source: null, body },
        { zone: zone('UTC') },
      )
      await putImport(store, 'me', importPart(`${index} ${changed.length}`), evidence)
    }
  }
  expect(around(await everythingIn(store), SECRET)).toEqual([])
})
