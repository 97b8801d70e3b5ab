import { bytesToHex } from '@noble/hashes/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scrubBody } from '../../shared/parse/scrub.ts'
import { DROPPED } from '../../shared/parse/scrub-names.ts'
import { spoiltBody } from './arbitrary-bodies.ts'
import { parseJsonValue, readFixture } from './given-json.ts'

const scrub = (body: string) => scrubBody(body, 'usages').body
const SECRET = 'PLANTED-5f1e'

const DROPPED_NAMES = [
  'id key userId user_id sub subscriptionId business_id abstract_user_id ssid device_id deviceId walletId orgID',
  'access_token refreshToken id_token token Authorization Set-Cookie password clientSecret x-msh-device-id',
  'paymentChannel amounts payment_method purchaseSubscription email userEmail phone avatar lastLoginIp nick_name',
  'prompt user_input messages content arguments patch source_code apiKey',
].flatMap((line) => line.split(' '))

describe('what stands under a dropped name', () => {
  it.each(DROPPED_NAMES)('%s does not survive', (name) => {
    expect(scrub(JSON.stringify({ a: [{ [name]: SECRET, kept: 1 }] }))).toBe(
      `{"a":[{"${name}":"[dropped]","kept":1}]}`,
    )
  })

  it.each([
    ['a text', `"${SECRET}"`],
    ['a text with quotes and escapes', `"\\"}] \\\\\\"${SECRET}"`],
    ['a list', `[1, ["${SECRET}"]]`],
    ['an object', `{"a": {"b": "${SECRET}"}}`],
  ])('%s is replaced whole', (_, value) => {
    expect(scrub(`{"userId" : ${value} , "n": 1}`)).toBe('{"userId" : "[dropped]" , "n": 1}')
  })

  it('a number is replaced, unless it counts tokens, and nothing stays nothing', () => {
    expect(scrub('{"userId":7,"input":10,"output":5,"sub":null}')).toBe(
      '{"userId":"[dropped]","input":10,"output":5,"sub":null}',
    )
  })

  it('is found where its name is written with escapes', () => {
    expect(scrub(`{"\\u006bey":"${SECRET}"}`)).toBe('{"\\u006bey":"[dropped]"}')
  })

  it('is found each time a name repeats', () => {
    expect(scrub(`{"key":"${SECRET}","key":"${SECRET}2"}`)).not.toContain(SECRET)
  })

  it('names what it dropped, not the values', () => {
    expect(
      scrubBody(`{"userId":"${SECRET}","goods":{"id":1,"title":"Allegretto"}}`, 'GetSubscription').dropped,
    ).toEqual(['id', 'userId'])
  })
})

describe('in a list of devices or keys, of which few names are known', () => {
  const kept = (body: unknown) => scrub(JSON.stringify(body))
  const lists = [
    ['devices', { name: 'desk', appVersion: '1.16.0', last_active_time: '2026-03-07T15:20:45Z' }],
    ['apiKeys', { name: 'editor', status: 'STATUS_ACTIVE', scope: ['FEATURE_CODING'] }],
    ['api_keys', { name: 'editor', createTime: '2026-05-11T07:46:03Z' }],
  ] as const

  it.each(lists)('%s: what stands under an unknown name is dropped, and the name kept', (list, known) => {
    expect(
      kept({
        [list]: [
          { ...known, hardwareSerial: SECRET },
          { serials: [SECRET], owner: { a: SECRET } },
        ],
      }),
    ).toBe(
      JSON.stringify({
        [list]: [
          { ...known, hardwareSerial: DROPPED },
          { serials: DROPPED, owner: DROPPED },
        ],
      }),
    )
  })

  it.each(lists)(
    '%s: also beside the list, inside what is known, and where the answer is wrapped',
    (list, known) => {
      expect(kept({ household: SECRET, [list]: [known], nextPageToken: 'x', total: 7 })).toBe(
        JSON.stringify({ household: DROPPED, [list]: [known], nextPageToken: DROPPED, total: DROPPED }),
      )
      expect(kept({ [list]: [{ name: { first: SECRET }, status: [{ of: SECRET }] }] })).not.toContain(SECRET)
      expect(kept({ data: { [list]: [{ ...known, serial: SECRET }] } })).not.toContain(SECRET)
    },
  )

  it.each(lists)('%s: names what it dropped', (list) => {
    const body = JSON.stringify({ [list]: [{ name: 'a', id: 1, hardwareSerial: SECRET }] })
    expect(scrubBody(body, 'ListDevices').dropped).toEqual(['hardwareSerial', 'id'])
  })

  it.each(['list-devices.json', 'list-api-keys.json'])('%s says the same afterwards', (file) => {
    const body = readFixture(`console/${file}`)
    expect(scrub(body)).not.toMatch(/C02XL0THJGH5|3f0d6f8e|dSFze/)
    expect(parseJsonValue(JSON.parse(scrub(body)))).toEqual(parseJsonValue(JSON.parse(body)))
  })

  it('an error in its place stays', () => {
    const error = '{"code":"unauthenticated","message":"please sign in","details":[]}'
    expect(scrubBody(error, 'ListDevices').body).toBe(error)
  })
})

describe('names that look alike stay', () => {
  it.each([
    'paid',
    'valid',
    'grid',
    'inputTokens',
    'total_tokens',
    'requestId',
    'request_id',
    'traceId',
    'ship',
    'name',
    'subType',
    'scope',
  ])('%s', (name) => {
    const body = JSON.stringify({ [name]: 'kept' })
    expect(scrub(body)).toBe(body)
  })
})

it('a price is dropped outside a wallet, and kept inside', () => {
  expect(
    scrub(
      '{"goods":{"priceInCents":"190800"},"boosterWallet":{"moneyLeft":{"priceInCents":"5"}},"booster_wallets":[{"monthly_used":{"price_in_cents":"7"}}]}',
    ),
  ).toBe(
    '{"goods":{"priceInCents":"[dropped]"},"boosterWallet":{"moneyLeft":{"priceInCents":"5"}},"booster_wallets":[{"monthly_used":{"price_in_cents":"7"}}]}',
  )
})

it('credentials inside kept texts and names are masked', () => {
  const jwt = `eyJhbGciOiJIUzUxMiJ9.eyJzdWIiOiIxIn0.${SECRET}`
  const body = JSON.stringify({
    message: `Bearer ${SECRET}token and ${jwt}`,
    [`sk-kimi-${SECRET}abcdefghijkl`]: 1,
  })
  expect(scrub(body)).not.toContain(SECRET)
  expect(scrub('{"name":"task-force sk-learn"}')).toBe('{"name":"task-force sk-learn"}')
})

describe('all else stays byte for byte', () => {
  it.each([
    '{"a":1.0}',
    '{"a":1e400,"b":12345678901234567890}',
    ' [ 1 ,\n\t{ } ] ',
    '{"b":1,"a":"\\u00e9 é \\/"}',
    '"text"',
    '-0.0',
  ])('%s', (body) => {
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

/** Any JSON value in which secrets stand under dropped names, at any depth and in any shape. */
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
    fc.tuple(fc.constantFrom(...DROPPED_NAMES), tie('secret'), tie('value')).map(([name, secret, value]) => ({
      before: value,
      [name]: name === 'apiKey' ? SECRET : secret,
    })),
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

  it('nor where the body breaks off', () => {
    fc.assert(
      fc.property(planted, fc.nat(), fc.constantFrom(0, 2), (value, cut, indent) => {
        const json = JSON.stringify({ value }, null, indent)
        expect(scrub(json.slice(0, cut % json.length))).not.toContain(SECRET)
      }),
      { numRuns: 500 },
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
