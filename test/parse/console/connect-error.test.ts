import { describe, expect, it } from 'vitest'
import { recogniseJson } from '../../../shared/parse/json/json-sources.ts'
import { parseJsonValue, readFixture } from '../given-json.ts'

it('reads the fixture, dated by its capture', () => {
  const value: unknown = JSON.parse(readFixture('console/error-unauthenticated.json'))
  const { errors } = parseJsonValue(value, '2026-07-22T03:06:49Z')
  expect(errors).toMatchObject([
    {
      errorClass: 'auth',
      type: 'console:REASON_INVALID_AUTH_TOKEN',
      message: 'Your login session has expired',
      when: { kind: 'span' },
    },
  ])
  expect(parseJsonValue(value).errors[0]?.when).toEqual({ kind: 'undated' })
})

describe('its class', () => {
  it.each([
    ['unauthenticated', 'auth'],
    ['permission_denied', 'plan_access'],
    ['resource_exhausted', 'rate_or_concurrency'],
    ['internal', 'service'],
    ['unavailable', 'service'],
    ['invalid_argument', 'other'],
  ])('of %s is %s', (code, errorClass) => {
    expect(parseJsonValue({ code, message: 'session' }).errors).toMatchObject([
      { errorClass, type: `console:${code}`, message: 'session' },
    ])
  })
})

it('keeps of the message only words that are known', () => {
  const message =
    'invalid user token: eyJhbGciOiJIUzUxMiJ9.eyJzdWIiOiJ1In0.c2ln of Anna, /home/anna/secret.ts'
  const details = [{ debug: { reason: 'sk-kimi-PLANTED', localizedMessage: { message } } }]
  for (const body of [
    { code: 'unauthenticated', message },
    { code: 'unauthenticated', details },
  ])
    expect(parseJsonValue(body).errors).toMatchObject([
      { message: 'invalid user token: token □', type: 'console:unauthenticated' },
    ])
})

it.each([[{ code: 'no_such_code' }], [{ code: 16 }], [{ code: 'internal', exit: 1 }]])(
  '%j is none',
  (value) => {
    expect(recogniseJson(value)).toBeNull()
  },
)
