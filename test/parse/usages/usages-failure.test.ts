import { expect, it } from 'vitest'
import { paste } from '../paste.ts'
import { readFixture } from '../given-json.ts'

const failure = { kind: 'error', message: 'Authorization failed. Please check your API key.', status: 401 }

it.each<[string, unknown, string, number, string]>([
  ['as the local server answers', { code: 0, data: failure }, 'auth', 401, '$.data'],
  ['on its own', failure, 'auth', 401, '$'],
  [
    'of a service that is down',
    { code: 0, data: { ...failure, message: 'Bad gateway', status: 502 } },
    'service',
    502,
    '$.data',
  ],
])('a failure to read the quota %s refused no call', (_, body, errorClass, status, at) => {
  const { errors, snapshots, rejects } = paste(JSON.stringify(body)).evidence
  expect(errors).toMatchObject([{ errorClass, status, type: 'console:usages', origins: [{ at }] }])
  expect([...snapshots, ...rejects]).toEqual([])
})

it.each<[string, unknown]>([
  ['another kind', { ...failure, kind: 'warning' }],
  ['more in it', { ...failure, provider: 'another' }],
  ['no status', { kind: 'error', message: 'No such file' }],
  ['a status that is none', { ...failure, status: 3 }],
  ['a fixture that holds a quota', JSON.parse(readFixture('usages/kimi-code-local-2026-10.json'))],
])('%s is no such failure', (_, body) => {
  const { errors } = paste(JSON.stringify(body)).evidence
  expect(errors.filter(({ type }) => type === 'console:usages')).toEqual([])
})
