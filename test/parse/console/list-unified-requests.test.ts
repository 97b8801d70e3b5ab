import { describe, expect, it } from 'vitest'
import { mergeRecords } from '../../../shared/evidence/merge-records.ts'
import { writeInstant } from '../../../shared/time/instant.ts'
import { parseJsonValue, readFixture } from '../given-json.ts'
import { english } from '../english.ts'

const row = {
  requestId: 'bef2fd2b-85dc-4958-9152-02d98e7d7a5b',
  requestTime: '2026-07-22T03:06:49Z',
  callType: 'Model Inference',
  httpStatusCode: 200,
  success: true,
  modelDisplayName: 'kimi-for-coding',
  userAgent: 'KimiCLI/1.16.0',
}
const page = (...requests: unknown[]) => parseJsonValue({ requests })
const recordOf = (changes: object) => page({ ...row, ...changes }).records[0]

it('reads the fixture: a failed row of a key, and a row without one', () => {
  const { records, rejects, unknownFields } = parseJsonValue(
    JSON.parse(readFixture('console/list-unified-requests.json')),
  )
  expect(records.map(({ source, status, outcome }) => ({ ...source, status, outcome }))).toEqual([
    { kind: 'api_key', name: 'Qoder', inferred: false, status: 403, outcome: 'failure' },
    { kind: 'login_device', name: null, inferred: true, status: 200, outcome: 'success' },
  ])
  expect([...rejects, ...unknownFields]).toEqual([])
})

it("drops the key's id and value", () => {
  const apiKey = { id: 'a-key-id', key: 'sk-abcdefghijklmnopqrstuvwxyz', name: 'ci' }
  expect(JSON.stringify(page({ ...row, apiKey }, { ...row, apiKey: apiKey.key }))).not.toMatch(
    /a-key-id|abcdefgh/,
  )
})

describe('the outcome', () => {
  it.each<[object, string]>([
    [{ success: true, httpStatusCode: 200 }, 'success'],
    [{ success: false, httpStatusCode: 403 }, 'failure'],
    [{ success: false, httpStatusCode: 200 }, 'failure'],
    [{ success: undefined, httpStatusCode: 200 }, 'success'],
    [{ success: undefined, httpStatusCode: 429 }, 'failure'],
    [{ success: undefined, httpStatusCode: 302 }, 'unknown'],
    [{ success: undefined, httpStatusCode: 0 }, 'unknown'],
    [{ success: undefined, httpStatusCode: undefined }, 'unknown'],
    [{ success: 'yes', httpStatusCode: '200' }, 'success'],
  ])('of %j is %s', (changes, outcome) => {
    expect(recordOf(changes)?.outcome).toBe(outcome)
  })
})

describe('the second', () => {
  it.each<[unknown, string]>([
    ['2026-07-22T03:06:49Z', '2026-07-22T03:06:49Z'],
    ['2026-07-22T03:06:49.999999999Z', '2026-07-22T03:06:49Z'],
    ['2026-07-22T11:06:49+08:00', '2026-07-22T03:06:49Z'],
    ['2026-07-22T23:59:59Z', '2026-07-22T23:59:59Z'],
    [1_784_689_609, '2026-07-22T03:06:49Z'],
  ])('of %s', (requestTime, from) => {
    const when = recordOf({ requestTime })?.when
    expect(when?.kind === 'span' && [writeInstant(when.span.from), when.span.to - when.span.from]).toEqual([
      from,
      1_000,
    ])
  })

  it.each<[unknown, string]>([
    ['2026-07-22 03:06:49', '"2026-07-22 03:06:49" is no time with a zone'],
    ['2026-02-30T03:06:49Z', '"2026-02-30T03:06:49Z" is no time with a zone'],
    ['2026-07-22T24:06:49Z', '"2026-07-22T24:06:49Z" is no time with a zone'],
    ['2026-07-22T03:60:49Z', '"2026-07-22T03:60:49Z" is no time with a zone'],
    [undefined, 'a row without a time'],
    [{}, 'an object is no time with a zone'],
  ])('%j refuses the row', (requestTime, reason) => {
    const { records, rejects } = page(row, { ...row, requestTime })
    expect(records).toHaveLength(1)
    expect(rejects.map((reject) => [reject.path, english(reject)])).toEqual([
      ['$.requests[1].requestTime', reason],
    ])
  })
})

describe('a row of the wrong kind', () => {
  it.each([[null], [5], ['row'], [[row]]])('%j is refused', (value) => {
    const { records, rejects } = page(row, value)
    expect(records).toHaveLength(1)
    expect(rejects.map(({ path }) => path)).toEqual(['$.requests[1]'])
  })

  it.each<[object, string]>([
    [{ userAgent: 5 }, 'userAgent'],
    [{ callType: {} }, 'callType'],
    [{ httpStatusCode: 'no' }, 'httpStatusCode'],
    [{ httpStatusCode: 99 }, 'httpStatusCode'],
    [{ httpStatusCode: 403.5 }, 'httpStatusCode'],
    [{ apiKey: 'sk-abc' }, 'apiKey'],
    [{ apiKey: { name: 5 } }, 'apiKey.name'],
  ])('%j costs that field only', (changes, name) => {
    const { records, rejects } = page({ ...row, ...changes })
    expect(records).toHaveLength(1)
    expect(rejects.map(({ path }) => path)).toEqual([`$.requests[0].${name}`])
  })

  it('a key that is no object leaves the source unknown', () => {
    expect(recordOf({ apiKey: 'sk-abc' })?.source).toEqual({ kind: 'unknown', name: null, inferred: false })
  })
})

describe('rows without an id', () => {
  const bare = { ...row, requestId: undefined }

  it('are told apart by their place among equals', () => {
    const ids = page(bare, bare, { ...bare, userAgent: 'Qoder/1.0' }, { ...bare, requestId: '' }).records.map(
      ({ id }) => id,
    )
    expect(new Set(ids).size).toBe(4)
    expect(page(bare, bare).records.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  })

  it('are the rows with one that another page shows', () => {
    expect(mergeRecords(page(bare).records, page(row).records)).toHaveLength(1)
  })
})

it('unknown fields are counted, the token of the next page is known', () => {
  const { unknownFields } = parseJsonValue({
    requests: [
      { ...row, cost: 1, apiKey: { name: 'ci', owner: 'me' } },
      { ...row, cost: 2 },
    ],
    nextPageToken: 'abc',
    total: 2,
  })
  expect(unknownFields.map(({ path, count }) => `${path} ${count}`)).toEqual([
    'total 1',
    'requests[].apiKey.owner 1',
    'requests[].cost 2',
  ])
})

it.each<[string, unknown, string]>([
  ['a list of rows', [row], '$[0]'],
  ['one row', row, '$'],
  [
    'snake_case',
    { requests: [{ request_time: row.requestTime, request_id: row.requestId }] },
    '$.requests[0]',
  ],
])('reads %s', (_, value, place) => {
  const [record] = parseJsonValue(value).records
  expect(record).toMatchObject({ requestId: row.requestId, origins: [{ at: place }] })
})

it('the camelCase spelling wins where a row has both, in any order', () => {
  expect(recordOf({ user_agent: 'other' })?.userAgent).toBe('KimiCLI/1.16.0')
  expect(page({ user_agent: 'other', ...row }).records[0]?.userAgent).toBe('KimiCLI/1.16.0')
})
