import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { readAnswer } from './answer.mjs'
import { scoreCase } from './score.mjs'
import { z } from '../../shared/parse/zod.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const CASES = join(here, 'cases')
const truthSchema = z.record(z.string(), z.object({ blocks: z.array(z.object({ cause: z.string() })) }))
const truths = truthSchema.parse(JSON.parse(readFileSync(join(CASES, 'truth.json'), 'utf8')))

const scratch = mkdtempSync(join(tmpdir(), 'benchmark-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(here, 'run.mjs'), ...args], { encoding: 'utf8', stdio: 'pipe' })

it('has at least 500 cases under 20 MB, each with files and a truth', () => {
  const folders = readdirSync(CASES).filter((name) => name !== 'truth.json')
  expect(folders.toSorted()).toEqual(Object.keys(truths).toSorted())
  expect(folders.length).toBeGreaterThanOrEqual(500)
  const sizes = folders.flatMap((name) =>
    readdirSync(join(CASES, name)).map((file) => statSync(join(CASES, name, file)).size),
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20_000_000)
  expect(folders.filter((name) => readdirSync(join(CASES, name)).length < 2)).toEqual([])
})

it('holds every cause at least fifty times, and cases in which nobody was refused', () => {
  const causes = Object.values(truths).flatMap(({ blocks }) => blocks.map(({ cause }) => cause))
  for (const cause of new Set(causes))
    expect(causes.filter((each) => each === cause).length).toBeGreaterThanOrEqual(50)
  expect(Object.values(truths).filter(({ blocks }) => blocks.length === 0).length).toBeGreaterThan(50)
})

const METERS = ['meters.ndjson', 'usages-1.json']

describe('the command', () => {
  it('counts what a shell script says, as the README shows', () => {
    const small = join(scratch, 'cases')
    execFileSync(process.execPath, [
      fileURLToPath(new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url)),
      fileURLToPath(new URL('../simulator/write-cases.ts', import.meta.url)),
      '--from',
      '50000001',
      '--count',
      '8',
      '--out',
      small,
    ])
    const written = readdirSync(small).filter((name) => name !== 'truth.json')
    // these cases are older than observers who read no meters: of those it would write others today (README.md)
    const withMeters = written.filter((name) => METERS.some((file) => existsSync(join(small, name, file))))
    expect(withMeters.length).toBeGreaterThan(3)
    for (const name of withMeters)
      for (const file of readdirSync(join(small, name)))
        expect(readFileSync(join(small, name, file), 'utf8')).toBe(
          readFileSync(join(CASES, name, file), 'utf8'),
        )
    const table = run('--cases', small, '--only', 'grep', '--tool', 'grep=sh examples/grep.sh')
    expect(table).toMatch(/^\| grep +\| \d+\.\d % \(\d+\)/m)
  })
})

describe('the score', () => {
  const BLOCK = {
    from: '2026-11-04T14:00:00Z',
    to: '2026-11-04T14:30:00Z',
    cause: 'quota_5h',
    also: ['quota_7d'],
    shownBy: ['text'],
  }
  const said = (
    cause: string,
    from: string | null = '2026-11-04T14:10:00Z',
    ruledOut: readonly string[] = [],
  ) => JSON.stringify({ blocks: [{ from, to: from, cause, ruledOut }] })

  it.each([
    ['its cause', said('quota_5h'), 'right', false, 0],
    ['a limit that would have refused as well', said('quota_7d'), 'right', false, 0],
    ['another', said('platform'), 'wrong', false, 0],
    ['none', said('unknown'), 'unknown', false, 0],
    ['its cause, without a time', said('quota_5h', null), 'right', false, 0],
    ['ten minutes after it', said('quota_5h', '2026-11-04T14:40:00Z'), 'right', false, 0],
    ['a second later than that', said('quota_5h', '2026-11-04T14:40:01Z'), 'missed', false, 1],
    ['another, with the true one ruled out', said('platform', BLOCK.from, ['quota_5h']), 'wrong', true, 0],
    ['nothing', '{"blocks": []}', 'missed', false, 0],
  ])('of a block of which is said %s', (_, text, word, isExcluded, groundless) => {
    const score = scoreCase({ blocks: [BLOCK] }, readAnswer(text))
    expect(score).toMatchObject({ judged: [{ word, isExcluded }], groundless })
  })

  it.each([
    '{}',
    '{"blocks": [{"cause": "bad luck"}]}',
    '{"blocks": [{"from": "noon", "cause": "unknown"}]}',
  ])('refuses %s, and says why', (text) => {
    expect(() => readAnswer(text)).toThrow(/blocks|time/)
  })
})

it('skips a tool of which a file is not there, and says so', () => {
  const tool = 'ours=node quotascope.mjs ../../nowhere/quotascope.js'
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(here, 'run.mjs'), '--tool', tool, '--only', 'ours'],
    { encoding: 'utf8' },
  )
  expect(stderr).toBe('SKIPPED ours: ../../nowhere/quotascope.js is not there\n')
  expect(stdout).not.toContain('| ours')
})
