import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLooseJson } from '../../../shared/parse/text/loose-json.ts'

const valueOf = (text: string) => {
  const read = readLooseJson(text, 0)
  return read.problem === null ? read.value : `! ${read.problem}`
}

describe('readLooseJson', () => {
  it.each([
    ['{"a": 1}', { a: 1 }],
    ['{"a": {...}, "b": [...]}', { a: {}, b: [] }],
    ['{"a": …, "b": 2}', { b: 2 }],
    ['{"a": 1, ...}', { a: 1 }],
    ['{"a": 1 ... "b": 2}', { a: 1, b: 2 }],
    ['{ ..., "b": 2}', { b: 2 }],
    ['[1, ..., 9]', [1, 9]],
    ['{"a": 1,}', { a: 1 }],
    ['{“a”: “1”}', { a: '1' }],
    ['{”a”: ”1”}', { a: '1' }],
    ['{‘a’: ‘1’}', { a: '1' }],
    ["{'a': 'x', 'b': True, 'c': None}", { a: 'x', b: true, c: null }],
    [`{'a': "We're"}`, { a: "We're" }],
    ['{"a": "mo\nment"}', { a: 'moment' }],
    ['{"a": "x\\n\\u0041\\"\\q"}', { a: 'x\nA"\\q' }],
    ['{"a": 1, // the first\n "b": "http://x"}', { a: 1, b: 'http://x' }],
    ['{"a": -1.5e2, "b": NaN, "c": undefined}', { a: -150, b: 'NaN' }],
    ['{"__proto__": {"a": 1}}', JSON.parse('{"__proto__": {"a": 1}}')],
    ['{"a": 1} and more', { a: 1 }],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toEqual(value)
  })

  it.each([
    ['{"a": 1', 'it is cut off'],
    ['{"a": "1', 'a quote is not closed'],
    ['{"a": "1\n\n"}', 'a quote is not closed'],
    ['{"a" 1}', 'expected ":" after a name'],
    ['{"a": 1 "b": 2}', 'expected "," or "}"'],
    ['{"a": 30\n0}', 'expected "," or "}"'],
    ['{"a": 1x}', 'expected a value'],
    ['{"a": 1.2.3}', 'expected a value'],
    ['{"a": four}', 'expected a value'],
    ['{a: 1}', 'expected a name in quotes'],
    ['['.repeat(50_000), 'nested too deep'],
  ])('%s: %s', (text, problem) => {
    expect(valueOf(text)).toBe(`! ${problem}`)
  })

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(valueOf(text)).toEqual(JSON.parse(text))
        expect(readLooseJson(`${text} `, 0).end).toBe(text.length)
      }),
    )
  })

  it('a text that is cut off is never another value', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }),
        fc.nat(),
        (value, n) => {
          const text = JSON.stringify(value)
          const read = readLooseJson(text.slice(0, n % text.length), 0)
          expect(read.problem).not.toBeNull()
        },
      ),
    )
  })
})
