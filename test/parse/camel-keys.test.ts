import { expect, it } from 'vitest'
import { camelKey, camelKeys } from '../../shared/parse/json/camel-keys.ts'

it.each([
  ['limit_5h', 'limit5h'],
  ['limit_month_total', 'limitMonthTotal'],
  ['ratelimit_code_5h', 'ratelimitCode5h'],
  ['resetTime', 'resetTime'],
  ['TIME_UNIT', 'TIME_UNIT'],
  ['__proto__', '__proto__'],
  ['_private', '_private'],
  ['', ''],
])('%s is %s', (name, camel) => {
  expect(camelKey(name)).toBe(camel)
})

it('renames at every depth', () => {
  expect(camelKeys({ a_b: [{ c_d: { e_f: 1 } }] })).toEqual({ aB: [{ cD: { eF: 1 } }] })
})

it.each([[{ reset_time: 1, resetTime: 2 }], [{ resetTime: 2, reset_time: 1 }]])(
  'the camelCase spelling wins in %j',
  (value) => {
    expect(camelKeys(value)).toEqual({ resetTime: 2 })
  },
)

it('a field named __proto__ stays a field', () => {
  const value: unknown = JSON.parse('{"__proto__":{"limit":1},"a_b":2}')
  const camel = camelKeys(value)
  expect(Object.keys(camel ?? {}).toSorted()).toEqual(['__proto__', 'aB'])
  expect(Object.getPrototypeOf(camel)).toBe(Object.prototype)
})
