import { bytesToHex } from '@noble/hashes/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { scrubBody, scrubOrDescribe } from '../../shared/parse/scrub/scrub.ts'
import { DROPPED } from '../../shared/parse/scrub/dropped.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { spoiltBody } from './arbitrary-bodies.ts'
import { parseJsonValue } from './given-json.ts'
import { fixture } from './paste.ts'

const scrub = (body: string) => scrubBody(body, 'usages').body
const SECRET = 'PLANTED-5f1e'

const ROW = {
  requestTime: '2026-03-02T15:22:28Z',
  requestId: '0a1b2c3d-0000-4000-8000-000000000001',
  httpStatusCode: 200,
  success: true,
  userAgent: 'KimiCLI/1.16.0',
}

/** What is read in a body, without what names the capture, and without the excerpts of rejects, which show what was dropped. */
function evidenceIn(body: string): unknown {
  const raw = { at: null, via: 'page', input: 'x', source: 'usages', body } as const
  const { rejects, captures, ...evidence } = parseInput(raw, { zone: UNKNOWN_ZONE }).evidence
  const named = JSON.stringify([evidence, rejects.map(({ reason, path }) => [reason, path]), captures.length])
  return JSON.parse(named.replace(/\bcapture:[0-9a-f]{32}/g, 'capture'))
}

/** Bodies of every kind, and where in them an object stands that a service may add a field to. */
const BODIES: Readonly<Record<string, (more: object) => unknown>> = {
  'a page of rows': (more) => ({ requests: [ROW], ...more }),
  'a row': (more) => ({ requests: [{ ...ROW, ...more }] }),
  'the key of a row': (more) => ({ requests: [{ ...ROW, apiKey: { name: 'ci', ...more } }] }),
  'a list of rows': (more) => [{ ...ROW, ...more }],
  'one row': (more) => ({ ...ROW, ...more }),
  'usages': (more) => ({ usage: { limit: '100', used: '1' }, ...more }),
  'a meter': (more) => ({
    limits: [{ window: { duration: 300, ...more }, detail: { limit: 100, ...more } }],
  }),
  'the user of usages': (more) => ({
    usage: { limit: '100' },
    user: { membership: { level: 'L', ...more }, ...more },
  }),
  'a wallet': (more) => ({
    boosterWallet: { status: 'ON', moneyLeft: { priceInCents: '5', ...more }, ...more },
  }),
  'usages of the local server': (more) => ({
    code: 0,
    data: { quota: { usage: { limit: 1, ...more } }, ...more },
  }),
  'a failure of the local server': (more) => ({
    code: 0,
    data: { kind: 'error', message: 'no', status: 403 },
    ...more,
  }),
  'the meters of the console': (more) => ({
    ratelimitCode5h: { ratio: 0.5, ...more },
    subscriptionBalance: { type: 'S', ...more },
  }),
  'the quota of the console': (more) => ({
    usages: [{ scope: 'FEATURE_CODING', detail: { limit: 1, ...more }, ...more }],
  }),
  'a plan': (more) => ({
    subscription: { goods: { title: 'Allegretto', ...more }, ...more },
    capabilities: [{ constraint: more }],
  }),
  'what calls took': (more) => ({
    actions: [{ timestamp: 1, feature: 'F', items: [{ amountRatio: 1, ...more }], ...more }],
  }),
  'devices': (more) => ({ devices: [{ name: 'desk', ...more }], ...more }),
  'keys': (more) => ({ apiKeys: [{ name: 'ci', ...more }], ...more }),
  'an error of the console': (more) => ({
    code: 'internal',
    message: 'no',
    details: [{ debug: { reason: 'R', ...more }, ...more }],
  }),
  'an error body': (more) => ({ error: { message: 'no', type: 't', ...more }, ...more }),
  'a body in another object': (more) => ({ answer: { usage: { limit: 1, ...more }, ...more }, ...more }),
  'nothing that is known': (more) => ({ a: more, ...more }),
}

const NAMES = [
  'id key userId user_id sub subscriptionId ssid deviceId access_token Authorization password paymentChannel amounts',
  'email phone avatar nick_name prompt messages content arguments patch apiKeyValue notice remark note description',
  'owner team billing history lastQuery query title2 hardwareSerial serials household x y z __proto__ constructor',
].flatMap((line) => line.split(' '))

const VALUES: readonly (readonly [string, unknown])[] = [
  ['a text', SECRET],
  ['a text with quotes and escapes', `"}] \\"${SECRET}`],
  ['a list', [1, [SECRET]]],
  ['an object', { a: { name: SECRET, userAgent: SECRET, message: SECRET } }],
]

describe('what stands under a name that no parser reads', () => {
  describe.each(Object.entries(BODIES))('in %s', (_, bodyWith) => {
    it.each(VALUES)('does not survive as %s', (_kind, value) => {
      for (const name of NAMES) {
        const body = scrub(JSON.stringify(bodyWith({ [name]: value })))
        expect(body, name).not.toContain(SECRET)
        expect(() => JSON.parse(body)).not.toThrow()
      }
    })

    it('leaves what is read as it is', () => {
      const body = JSON.stringify(bodyWith({ somethingNew: SECRET }), null, 1)
      expect(evidenceIn(scrub(body))).toEqual(evidenceIn(body))
    })
  })

  it('is replaced, its name and kind kept; nothing stays nothing', () => {
    const body = { requests: [ROW], a: 'x', b: 7, c: true, d: null, e: '', f: { g: 1 }, h: [1], i: {}, j: [] }
    expect(JSON.parse(scrub(JSON.stringify(body)))).toEqual({
      ...body,
      a: DROPPED,
      b: DROPPED,
      f: {},
      h: [],
    })
  })

  it('is found where a name is written with escapes, and each time it repeats', () => {
    expect(scrub(`{"usage":{"limit":1,"\\u006bey":"${SECRET}","key":"${SECRET}2"}}`)).toBe(
      '{"usage":{"limit":1,"\\u006bey":"[dropped]","key":"[dropped]"}}',
    )
  })

  it('is told by its names, not the values', () => {
    const body = `{"subscription":{"userId":"${SECRET}","goods":{"id":1,"title":"Allegretto"}}}`
    expect(scrubBody(body, 'GetSubscription').dropped).toEqual(['id', 'userId'])
  })

  it('is still counted as unknown', () => {
    const body = { requests: [{ ...ROW, seat: SECRET }], newer: { name: SECRET } }
    const { unknownFields } = parseJsonValue(JSON.parse(scrub(JSON.stringify(body))))
    expect(unknownFields.map(({ path }) => path)).toEqual(['newer', 'requests[].seat'])
  })

  it('has a name that tells of nobody', () => {
    const jwt = `eyJhbGciOiJIUzUxMiJ9.eyJzdWIiOiIxIn0.${SECRET}`
    const body = { 'requests': [ROW], [jwt]: 1, 'jane@example.org': 1, [`sk-kimi-${SECRET}abcdefghijkl`]: 1 }
    expect(scrub(JSON.stringify(body))).not.toMatch(/PLANTED|jane/)
  })
})

describe('what stands under a name that is read', () => {
  it.each([
    ['a number', { usage: { limit: 'what I asked, in words, and it goes on' } }],
    ['a time', { usage: { limit: 1, resetTime: `{"of": "${SECRET}"}` } }],
    ['a constant', { requests: [{ ...ROW, clientType: `see ${SECRET}, of mine` }] }],
  ])('is not kept where it cannot be %s', (_, body) => {
    expect(scrub(JSON.stringify(body))).not.toMatch(/words|PLANTED/)
    expect(JSON.stringify(parseJsonValue(body))).not.toMatch(/words|PLANTED/)
  })

  it('is masked where it holds a credential', () => {
    const body = {
      requests: [{ ...ROW, userAgent: `x/1 Bearer ${SECRET}token sk-kimi-${SECRET}abcdefghijkl` }],
    }
    expect(scrub(JSON.stringify(body))).not.toContain(SECRET)
    expect(scrub('{"devices":[{"name":"task-force sk-learn"}]}')).toBe(
      '{"devices":[{"name":"task-force sk-learn"}]}',
    )
  })

  it.each([
    '{"usage":{"limit":1.0,"used":1e400,"remaining":12345678901234567890}}',
    ' { "usage" :\n\t{ "limit" : 5 } } ',
    '{"devices":[{"name":"\\u00e9 é \\/"}]}',
    '{"requests":[{"request_time":"2026-03-02T15:22:28Z","user_agent":"x"}]}',
  ])('stays byte for byte: %s', (body) => {
    expect(scrub(body)).toBe(body)
  })
})

describe('a body that is not JSON', () => {
  it.each([
    ['half a body', `{"userId":"${SECRET}`],
    ['a page', `<html>sk-kimi-${SECRET}abcdefghijkl me@example.com</html>`],
    ['nothing', ''],
  ])('%s is kept as length, hash and excerpt', (_, body) => {
    const kept: unknown = JSON.parse(scrub(body))
    expect(kept).toEqual({
      unreadable: 'usages',
      length: body.length,
      sha256: bytesToHex(sha256(new TextEncoder().encode(body))),
      excerpt: expect.any(String),
    })
  })

  it.each([`{"userId":"${SECRET}`, `{"a":1,"amounts":[{"c":"${SECRET}"}`, `{"goods":{"key": "x${SECRET}"}`])(
    'its excerpt shows nothing that stood under a dropped name: %s',
    (body) => {
      expect(scrub(body)).not.toContain(SECRET)
    },
  )

  it('its excerpt is masked', () => {
    expect(scrub(`<html>sk-kimi-${SECRET}abcdefghijkl me@example.com /home/someone/x`)).not.toMatch(
      /PLANTED|someone|me@/,
    )
  })
})

describe('a text that a page shows', () => {
  it('stays, credentials masked', () => {
    const rows = `Login Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success\nkey sk-kimi-${SECRET}abcdefghijkl`
    expect(scrubBody(rows, 'history_text').body).toBe(
      'Login Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success\nkey sk-[masked]',
    )
  })

  it('is not the first half of a JSON body, nor a log', () => {
    expect(scrubBody(` {"userId":"${SECRET}`, 'history_text').body).not.toContain(SECRET)
    expect(scrubBody(`user asked: ${SECRET}`, 'kimi_log').body).toMatch(/^\{"unreadable":"kimi_log"/)
  })
})

/** Any JSON value in which secrets stand, at any depth and in any shape, under names that nobody reads. */
const planted = fc.letrec<{ value: unknown; secret: unknown }>((tie) => ({
  secret: fc.oneof(
    { maxDepth: 3 },
    fc.constant(SECRET),
    fc.array(fc.constant(SECRET), { minLength: 1 }),
    fc.tuple(fc.constant('deep'), tie('secret')).map(([name, value]) => ({ [name]: value })),
  ),
  value: fc.oneof(
    { maxDepth: 5 },
    fc.jsonValue({ maxDepth: 0 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
    fc
      .tuple(fc.constantFrom(...Object.values(BODIES)), fc.constantFrom(...NAMES), tie('secret'))
      .map(([bodyWith, name, secret]) => bodyWith({ [name]: secret })),
  ),
})).value

describe('laws', () => {
  it('no planted secret survives, and what is left is JSON', () => {
    fc.assert(
      fc.property(planted, fc.constantFrom(0, 2), (value, indent) => {
        const body = scrub(JSON.stringify(value, null, indent))
        expect(body).not.toContain(SECRET)
        expect(() => JSON.parse(body)).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  it('scrubbing twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.oneof(spoiltBody, planted, fc.jsonValue()), (value) => {
        const once = scrub(JSON.stringify(value))
        expect(scrub(once)).toBe(once)
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(scrub(scrub(text))).toBe(scrub(text))
      }),
    )
  })
})

it.each([
  ['GetSubscription', 'get-subscription-paid', ['nextBillingTime', 'currentEndTime', 'paymentChannel']],
  ['ListAPIKeys', 'list-api-keys', ['createTime', 'updateTime', 'status']],
] as const)('of %s goes when and how it is paid for, and what a key is like', (source, name, names) => {
  const body = scrubOrDescribe(fixture(`console/${name}.json`), source)
  for (const each of names) expect(body).toContain(`"${each}":"[dropped]"`)
})
