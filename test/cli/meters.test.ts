import { expect, it } from 'vitest'
import { runCommand } from '../../shared/cli/run-command.ts'
import type { Answer } from '../../shared/cli/world.ts'
import { later, type Instant } from '../../shared/time/instant.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { at, zone } from '../time/given.ts'
import { worldOf } from './world-of.ts'

const BODY = JSON.stringify({
  user: { userId: 'anna-4711' },
  usage: { limit: '100', used: '33', remaining: '67', resetTime: '2026-03-10T09:20:45.248979Z' },
})
const env = { KIMI_API_KEY: 'sk-planted' }

/** Runs `watch --once --usages` at these minutes, with these answers, and counts who was asked. */
async function asks(minutes: readonly number[], answer: Answer | null) {
  let now: Instant = at('2026-03-09T00:00:00Z')
  const asked: string[] = []
  const { world, run, written } = worldOf({
    env,
    clock: { now: () => now, zone: () => zone('UTC') },
    ask: (address, key) => {
      asked.push(`${address} ${key}`)
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('no network'))
    },
  })
  for (const minute of minutes) {
    now = later(at('2026-03-09T00:00:00Z'), minute * MINUTE)
    await runCommand(['watch', '--once', '--usages'], world)
  }
  return { asked, ...run, written }
}

const OK: Answer = { status: 200, retryAfter: null, body: BODY }

it('asks at most once in five minutes, over several runs, and writes a line of captures', async () => {
  const { asked, stdout, stderr, written } = await asks([0, 1, 4.99, 5, 6], OK)
  expect(asked).toHaveLength(2)
  expect(asked[0]).toBe('https://api.kimi.com/coding/v1/usages sk-planted')
  expect(stderr).toBe('')
  expect(stdout.trim().split('\n')).toHaveLength(2)
  expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({
    at: '2026-03-09T00:00:00Z',
    source: 'usages',
  })
  for (const text of [stdout, ...written.values()]) expect(text).not.toMatch(/planted|anna/)
})

it.each([
  ['no answer', null, [0, 5, 9], 1, /gave no answer/],
  ['no answer, later', null, [0, 11], 2, /gave no answer/],
  ['a refusal', { status: 429, retryAfter: '3600', body: null }, [0, 11, 59], 1, /answered 429/],
  ['an unknown key', { status: 401, retryAfter: null, body: null }, [0, 11, 59], 1, /does not know the key/],
  [
    'an unknown key, an hour later',
    { status: 401, retryAfter: null, body: null },
    [0, 60],
    2,
    /does not know/,
  ],
] as const)('%s is asked again later', async (_, answer, minutes, times, said) => {
  const { asked, stdout, stderr } = await asks(minutes, answer)
  expect(asked).toHaveLength(times)
  expect(stdout).toBe('')
  expect(stderr).toMatch(said)
})

it('without a key in the environment it says so, and asks nobody', async () => {
  const { world, run } = worldOf()
  expect(await runCommand(['watch', '--once', '--usages'], world)).toBe(2)
  expect(run.stderr).toMatch(/KIMI_API_KEY/)
})
