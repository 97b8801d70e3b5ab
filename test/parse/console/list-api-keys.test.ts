import { expect, it } from 'vitest'
import { NO_EVIDENCE } from '../../../shared/evidence/evidence.ts'
import { recogniseJson } from '../../../shared/parse/json/json-sources.ts'
import { at } from '../../time/given.ts'
import { parseJsonValue, readFixture } from '../given-json.ts'

it('reads the fixture: the name of each key, and nothing else of it', () => {
  const value: unknown = JSON.parse(readFixture('console/list-api-keys.json'))
  expect(recogniseJson(value)?.source.source).toBe('ListAPIKeys')
  const { devices, ...others } = parseJsonValue(value, '2026-06-12T08:00:00Z')
  expect(devices).toMatchObject([
    {
      kind: 'api_key',
      name: 'claude-code',
      platform: null,
      lastActive: null,
      firstSeen: at('2026-06-12T08:00:00Z'),
    },
  ])
  expect({ ...others, devices: [] }).toEqual(NO_EVIDENCE)
  expect(JSON.stringify(devices)).not.toMatch(/3f0d6f8e|dSFze|STATUS|2026-05-11/)
})

it.each([[{}], [{ name: '' }], [{ name: ' ' }], [{ name: null, id: 'x' }]])('nothing of %j', (key) => {
  expect(parseJsonValue({ apiKeys: [key] }).devices).toEqual([])
})

it('a key is no device of its name, and masked where its name is one', () => {
  const [key] = parseJsonValue({ apiKeys: [{ name: 'desk' }] }).devices
  const [device] = parseJsonValue({ devices: [{ name: 'desk' }] }).devices
  expect(key?.id).not.toBe(device?.id)
  const secret = 'sk-kimi-abcdefghijklmnopqrst'
  expect(JSON.stringify(parseJsonValue({ apiKeys: [{ name: secret }] }))).not.toContain(secret)
})

it('counts new fields and refuses what is no list', () => {
  const { unknownFields, rejects } = parseJsonValue({ api_keys: [{ name: 'a', last_used: 1 }, 7] })
  expect(unknownFields).toEqual([{ source: 'ListAPIKeys', path: 'api_keys[].last_used', count: 1 }])
  expect(rejects.map(({ path }) => path)).toEqual(['$.apiKeys[1]'])
})
