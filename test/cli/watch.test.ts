import { appendFileSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LogFollower } from '../../shared/cli/watch/log-follower.ts'
import { runCommand } from '../../shared/cli/run-command.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { at, zone } from '../time/given.ts'
import { worldOf } from './world-of.ts'

const NOW = at('2026-06-15T06:00:00Z')
const SECRET = 'ein geheimer Satz'
const request = (second: number, step: string) =>
  `2026-06-15T05:32:0${second}.000Z INFO  llm request  turnStep=${step}\n`
const response = (second: number, step: string) =>
  `2026-06-15T05:32:0${second}.500Z INFO  llm response  turnStep=${step} ttftMs=100 streamDurationMs=200 outputTokens=3\n`
const talk = `2026-06-15T05:32:09.000Z INFO  tool called  path="${SECRET}"\n`

function logIn(): { readonly folder: string; readonly log: string } {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-watch-'))
  mkdirSync(join(folder, 'logs'))
  const log = join(folder, 'logs', 'kimi-code.log')
  writeFileSync(log, '')
  return { folder, log }
}

const callsIn = (lines: readonly string[]) =>
  mergeEvidence(
    ...lines.map(
      (body) =>
        parseInput({ at: null, via: 'file', input: 'x', source: null, body }, { zone: 'unknown' }).evidence,
    ),
  ).calls.map(({ outcome, durationMs }) => [outcome, durationMs])

it('hands on what is complete, and holds back what is open', async () => {
  const { log } = logIn()
  const follower = new LogFollower(zone('UTC'))
  appendFileSync(log, request(1, '0.1') + talk)
  expect(await follower.read(log, NOW, false)).toEqual([])
  appendFileSync(log, response(2, '0.1').slice(0, 40))
  expect(await follower.read(log, NOW, false)).toEqual([])
  appendFileSync(log, response(2, '0.1').slice(40))
  const lines = await follower.read(log, NOW, false)
  expect(lines).toHaveLength(1)
  expect(lines.join('')).not.toContain(SECRET)
  expect(callsIn(lines)).toEqual([['success', expect.any(Number)]])
  expect(await follower.read(log, NOW, false)).toEqual([])
})

it('a request that is never answered is told after a quarter of an hour', async () => {
  const { log } = logIn()
  const follower = new LogFollower(zone('UTC'))
  appendFileSync(log, request(1, '0.1'))
  expect(await follower.read(log, NOW, false)).toEqual([])
  expect(await follower.read(log, at('2026-06-15T06:14:59Z'), false)).toEqual([])
  expect(callsIn(await follower.read(log, at('2026-06-15T06:15:00Z'), false))).toEqual([['unknown', null]])
})

it('a rotated log is read on under its new name, and the new one from its beginning', async () => {
  const { log } = logIn()
  const follower = new LogFollower(zone('UTC'))
  appendFileSync(log, request(1, '0.1') + response(2, '0.1'))
  const lines = [...(await follower.read(log, NOW, false))]
  appendFileSync(log, request(3, '0.2') + response(4, '0.2'))
  renameSync(log, `${log}.1`)
  writeFileSync(log, request(5, '0.3') + response(6, '0.3'))
  lines.push(...(await follower.read(log, NOW, false)), ...(await follower.read(`${log}.1`, NOW, false)))
  expect(lines).toHaveLength(3)
  expect(callsIn(lines)).toHaveLength(3)
})

it('a log that is written anew is read from its beginning', async () => {
  const { log } = logIn()
  const follower = new LogFollower(zone('UTC'))
  appendFileSync(log, request(1, '0.1') + response(2, '0.1') + talk)
  await follower.read(log, NOW, false)
  writeFileSync(log, request(3, '0.1') + response(4, '0.1'))
  expect(await follower.read(log, NOW, false)).toHaveLength(1)
})

it('tells with each piece which service has been set up', async () => {
  const { log } = logIn()
  const follower = new LogFollower(zone('UTC'))
  appendFileSync(
    log,
    '2026-06-15T05:32:00.000Z INFO  llm config  provider=openai model=gpt-x modelAlias=openai/gpt-x\n',
  )
  appendFileSync(log, request(1, '0.1') + response(2, '0.1'))
  await follower.read(log, NOW, true)
  appendFileSync(log, request(3, '0.2') + response(4, '0.2'))
  const lines = await follower.read(log, NOW, true)
  expect(lines.join('')).toContain('llm config')
  expect(callsIn(lines)).toEqual([])
})

it('--once writes all that is there to a file, and report reads it', async () => {
  const { folder, log } = logIn()
  appendFileSync(log, talk + request(1, '0.1') + response(2, '0.1') + request(3, '0.2'))
  const { world, run, written } = worldOf()
  expect(await runCommand(['watch', folder, '--once', '-o', 'lines.ndjson'], world)).toBe(0)
  expect(run).toEqual({ stdout: '', stderr: '' })
  const outcomes = callsIn([written.get('lines.ndjson') ?? '']).map(([outcome]) => outcome)
  expect(new Set(outcomes)).toEqual(new Set(['success', 'unknown']))
  expect(outcomes).toHaveLength(2)
})

it('where there is no client, it says so', async () => {
  const { world, run } = worldOf()
  expect(await runCommand(['watch', '--once'], world)).toBe(2)
  expect(run.stderr).toMatch(/^there is no folder of a Kimi client/)
})
