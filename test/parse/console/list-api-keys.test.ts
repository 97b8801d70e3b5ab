import { expect, it } from 'vitest'
import { NO_EVIDENCE } from '../../../shared/evidence/evidence.ts'
import { recogniseJson } from '../../../shared/parse/json-sources.ts'
import { parseJsonValue, readFixture } from '../given-json.ts'

it('recognises the fixture, and keeps nothing of it', () => {
  const value: unknown = JSON.parse(readFixture('console/list-api-keys.json'))
  expect(recogniseJson(value)?.source.source).toBe('ListAPIKeys')
  expect(parseJsonValue(value)).toEqual(NO_EVIDENCE)
})

it('counts new fields and refuses what is no list', () => {
  const { unknownFields, rejects } = parseJsonValue({ api_keys: [{ name: 'a', last_used: 1 }, 7] })
  expect(unknownFields).toEqual([{ source: 'ListAPIKeys', path: 'api_keys[].last_used', count: 1 }])
  expect(rejects.map(({ path }) => path)).toEqual(['$.apiKeys[1]'])
})
