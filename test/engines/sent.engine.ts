import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../shared/cli/run-command.ts'
import type { Answer, World } from '../../shared/cli/world.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { later, writeInstant } from '../../shared/time/instant.ts'
import { evidenceWith, page, refusal, row } from '../analyse/build.ts'
import { worldOf } from '../cli/world-of.ts'
import { randomFrom, type Random } from '../simulator/random.ts'
import { at } from '../time/given.ts'
import { openClickHouse, openDuckDb, type Engine } from './open-engines.ts'

/** `quotascope send` to collectors that fail, and killed at its writes: an engine that holds what they took answers as if all had gone well. */

const FIRST = at('2026-03-02T00:00:00Z')
const ROWS = Array.from({ length: 2300 }, (_, index) =>
  row(
    writeInstant(later(FIRST, index * 7000)),
    index % 100 < 90 ? {} : { outcome: 'failure', status: 429, statusText: 'Failed' },
  ),
)
const HISTORY = writeBundle(
  evidenceWith({ ...page(ROWS), errors: [refusal('overloaded', '2026-03-02T01:00:00Z')] }),
  { writtenAt: at('2026-03-08T00:00:00Z'), zone: 'unknown' },
)

const answer = (status: number, retryAfter: string | null = null, body = '{}'): Answer => ({
  status,
  retryAfter,
  body,
})
const MESSAGE = '{"partialSuccess":{"rejectedLogRecords":"0","errorMessage":"slow down"}}'

/** Whether the request was taken, and what is said to it; null for a connection that is cut. */
const FATES = [
  { takes: true, says: answer(200) },
  { takes: true, says: answer(200, null, MESSAGE) },
  { takes: true, says: null },
  { takes: false, says: null },
  { takes: false, says: answer(429, '2') },
  { takes: false, says: answer(503, '90') },
  { takes: true, says: answer(504) },
] as const

/** A collector that answers by chance, and the requests that it has taken. */
function collector(random: Random | null) {
  const taken: string[] = []
  const post: World['post'] = (_, json) => {
    const { takes, says } = random ? random.pick(FATES) : FATES[0]
    if (takes) taken.push(`${json}\n`)
    return says ? Promise.resolve(says) : Promise.reject(new Error('cut off'))
  }
  return { taken, post }
}

const worldTo = (post: World['post']) =>
  worldOf({
    post,
    files: { 'history.json': HISTORY },
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' },
  }).world

/** The same, killed by chance before it has noted what was taken, or in the middle of a line. */
const mortal = (world: World, random: Random): World => ({
  ...world,
  appendFile: async (path, text) => {
    if (random.chance(0.3)) return world.appendFile(path, text)
    if (random.chance(0.5)) await world.appendFile(path, text.slice(0, text.length / 2))
    throw new Error('killed')
  },
})

const send = (world: World) => runCommand(['send', 'history.json', '--account', 'anton'], world)

async function sentThroughTrouble(seed: number): Promise<string> {
  const random = randomFrom(seed, 'collector')
  const { taken, post } = collector(random)
  const world = worldTo(post)
  for (let run = 0; run < 8; run += 1) await send(mortal(world, random)).catch(() => null)
  let status: number | null = null
  for (let run = 0; run < 50 && status !== 0; run += 1) status = await send(world)
  expect(status).toBe(0)
  return taken.join('')
}

async function sentWell(): Promise<string> {
  const { taken, post } = collector(null)
  expect(await send(worldTo(post))).toBe(0)
  return taken.join('')
}

const QUESTIONS = [
  'SELECT event, count(*) AS records FROM quotascope_record GROUP BY event ORDER BY event',
  'SELECT * FROM quotascope_blocked_minutes',
  'SELECT * FROM quotascope_refusals_per_minute',
  'SELECT * FROM quotascope_window_peaks',
  'SELECT * FROM quotascope_who_was_refused',
  'SELECT * FROM quotascope_coverage_gaps',
]

async function answersOf(open: () => Promise<Engine>, file: string, text: string) {
  writeFileSync(file, text)
  const engine = await open()
  await engine.load(file)
  const answers: unknown[] = []
  for (const question of QUESTIONS) answers.push(await engine.read(question))
  await engine.run('TRUNCATE TABLE quotascope_log')
  expect(await engine.read('SELECT uid FROM quotascope_log')).toEqual([])
  return answers
}

describe('sent through cuts, 429, 503, 504 and kills, nothing is lost and nothing doubled', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-sent-'))
  it.each([
    ['DuckDB', openDuckDb],
    ['ClickHouse', openClickHouse],
  ] as const)('in %s', async (name, open) => {
    const opened = await open(join(folder, name))
    const same = () => Promise.resolve(opened)
    const well = await sentWell()
    const expected = await answersOf(same, join(folder, `${name}.jsonl`), well)
    expect(JSON.stringify(expected[0])).toContain('quotascope.incident')
    for (const seed of [1, 2, 3]) {
      const text = await sentThroughTrouble(seed)
      expect(text.length, 'some of it came twice').toBeGreaterThan(well.length)
      expect(await answersOf(same, join(folder, `${name}-${seed}.jsonl`), text), `seed ${seed}`).toEqual(
        expected,
      )
    }
  })
})
