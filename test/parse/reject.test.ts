import { describe, expect, it } from 'vitest'
import { excerptOfValue } from '../../shared/parse/scrub/excerpt.ts'
import { rejectOf } from '../../shared/parse/reject.ts'
import { contextAt } from './given-json.ts'

const reject = (text: string) =>
  rejectOf(contextAt(null), { line: 3, path: '$.a', reason: 'is no text', text })

it('says where and why', () => {
  expect(reject('{"a": 1}')).toMatchObject({
    input: 'body.json',
    line: 3,
    path: '$.a',
    reason: { code: 'fileNoText', values: {} },
    excerpt: '{"a": 1}',
  })
  expect(rejectOf(contextAt(null), { reason: 'is no text', text: '' })).toMatchObject({
    line: null,
    path: null,
    excerpt: '',
  })
})

it('has one id for one refusal of one capture', () => {
  expect(reject('a').id).toBe(reject('b').id)
  expect(rejectOf(contextAt(null), { line: 4, path: '$.a', reason: 'is no text', text: 'a' }).id).not.toBe(
    reject('a').id,
  )
})

describe('the excerpt', () => {
  it.each([
    ['sk-kimi-0123456789abcdefghij', 'sk-[masked]'],
    ['key sk-ki…abcde', 'key sk-[masked]'],
    ['Authorization: Bearer abcdefghij.klm', 'Authorization: Bearer [token]'],
    ['eyJhbGciOiJIUzUxMiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', '[token]'],
    ['write to me@example.com', 'write to [e-mail]'],
    ['File "/home/someone/work/main.py", line 3', 'File "[path]", line 3'],
    ['/Users/someone/a.txt C:\\Users\\someone\\b', '[path] [path]'],
    ['id 27d801a6-7d0d-433e-bf1b-4d0b88406e57', 'id [id]'],
    [
      '{"user_id":"u1","n":1,"goods":{"id":7,"title":"x',
      '{"user_id":"[dropped]","n":1,"goods":{"id":"[dropped]","title":"x',
    ],
    ['{"amounts":[{"currency":"CNY","priceIn', '{"amounts":"[dropped]"'],
    ["{'error': {'message': 'no', 'token': 'abc", `{'error': {'message': 'no', 'token': "[dropped]"`],
    ['{"prompt":"write me \\"a\\" poem', '{"prompt":"[dropped]"'],
    ['{"input":12,"outp', '{"input":12,"outp'],
    ['two\n  lines\tand tabs', 'two lines and tabs'],
  ])('of %s is %s', (text, excerpt) => {
    expect(reject(text).excerpt).toBe(excerpt)
  })

  it('is short, and a cut leaves no half of a key', () => {
    const text = `${'x'.repeat(110)} sk-kimi-0123456789abcdefghij`
    expect(reject(text).excerpt).toHaveLength(120)
    expect(reject(text).excerpt).not.toContain('kimi')
  })

  it('of a value shows nothing that the scrubber drops', () => {
    expect(excerptOfValue({ name: 'ci', id: 7, goods: { user_id: 'u1', title: 'x' } })).toBe(
      '{"name":"ci","id":"[dropped]","goods":{"user_id":"[dropped]","title":"x"}}',
    )
    expect(excerptOfValue('the key', 'apiKey')).toBe('"[dropped]"')
    expect(excerptOfValue(undefined)).toBe('nothing')
  })
})
