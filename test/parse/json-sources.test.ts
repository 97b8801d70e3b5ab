import { describe, expect, it } from 'vitest'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { JSON_SOURCES, recogniseJson } from '../../shared/parse/json/json-sources.ts'
import { scrubBody } from '../../shared/parse/scrub/scrub.ts'
import { readBundle } from '../../shared/export/bundle/read-bundle.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { at } from '../time/given.ts'
import { jsonFixtures, parseJsonValue, readFixture, writeGolden } from './given-json.ts'
import { snakeKeys } from './snake-keys.ts'

const SOURCE_OF: Readonly<Record<string, string>> = {
  'console/error-unauthenticated.json': 'connect_error',
  'console/get-subscription-paid.json': 'GetSubscription',
  'console/get-subscription-stats-with-wallet.json': 'GetSubscriptionStats',
  'console/get-subscription-stats.json': 'GetSubscriptionStats',
  'console/get-subscription.json': 'GetSubscription',
  'console/get-usages.json': 'GetUsages',
  'console/list-api-keys.json': 'ListAPIKeys',
  'console/list-balance-actions.json': 'ListBalanceActions',
  'console/list-devices.json': 'ListDevices',
  'console/list-unified-requests.json': 'ListUnifiedRequests',
}

const fixtures = jsonFixtures()
const valueOf = (path: string): unknown => JSON.parse(readFixture(path))
const recognisersOf = (value: unknown) =>
  JSON_SOURCES.filter((source) => source.recognise(value) !== null).map(({ source }) => source)

it('every console fixture is listed here', () => {
  expect(Object.keys(SOURCE_OF)).toEqual(fixtures.filter((path) => path.startsWith('console/')).toSorted())
})

describe.each(fixtures)('fixture %s', (path) => {
  it('is recognised by one source', () => {
    expect(recognisersOf(valueOf(path))).toEqual([SOURCE_OF[path] ?? 'usages'])
  })

  it('gives the golden evidence', async () => {
    const golden = `./golden/${path.replace('.json', '.golden.json')}`
    await expect(writeGolden(parseJsonValue(valueOf(path), '2026-11-24T12:00:00Z'))).toMatchFileSnapshot(
      golden,
    )
  })

  it('gives the same in snake_case', () => {
    const snake = snakeKeys(valueOf(path))
    expect(recognisersOf(snake)).toEqual([SOURCE_OF[path] ?? 'usages'])
    const { unknownFields: names, ...evidence } = parseJsonValue(valueOf(path))
    expect(parseJsonValue(snake)).toMatchObject(evidence)
    expect(parseJsonValue(snake).unknownFields).toHaveLength(names.length)
  })

  it('gives the same once scrubbed', () => {
    const { body } = scrubBody(readFixture(path), 'unrecognised')
    expect(parseJsonValue(JSON.parse(body))).toEqual(parseJsonValue(valueOf(path)))
  })

  it('goes through a bundle and back', () => {
    const evidence = mergeEvidence(parseJsonValue(valueOf(path), '2026-11-24T12:00:00Z'))
    const written = writeBundle(evidence, {
      writtenAt: at('2026-11-25T00:00:00Z'),
      zone: 'unknown',
      masking: 'none',
    })
    const read = readBundle(written)
    expect(read.ok && read.evidence).toEqual(evidence)
  })
})

describe('what is not ours', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a number', 5],
    ['an empty object', {}],
    ['an empty list', []],
    ['token counts of a model', { usage: { prompt_tokens: 10, completion_tokens: 4 } }],
    ["a client's usage record", { type: 'usage.record', usage: { inputOther: 10, output: 5 } }],
    ['an error of a model', { error: { message: 'no', type: 'rate_limit_reached_error' } }],
    ['something else with a code', { code: 'internal', file: 'a.ts' }],
    ['requests of something else', { requests: [{ url: 'x' }] }],
    ['limits of something else', { limits: [{ cpu: 2 }] }],
    ['a list of numbers under usages', { usages: [1, 2] }],
  ])('%s is not recognised', (_, value) => {
    expect(recogniseJson(value)).toBeNull()
  })

  it('an empty answer is what its capture says, and gives nothing', () => {
    const found = recogniseJson({}, 'ListUnifiedRequests')
    expect(found?.why).toBe('an empty answer of ListUnifiedRequests')
    expect(recogniseJson({}, 'kimi_log')).toBeNull()
    expect(recogniseJson({ a: 1 }, 'ListUnifiedRequests')).toBeNull()
  })

  it('content wins over the claim of a capture', () => {
    const found = recogniseJson(valueOf('console/get-usages.json'), 'ListUnifiedRequests')
    expect(found?.source.source).toBe('GetUsages')
  })
})
