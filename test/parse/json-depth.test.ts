import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDeeperThan } from '../../shared/parse/json/json-depth.ts'

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

/** What could pass for the end of a string, or for a bracket outside of one. */
const text = fc
  .array(fc.constantFrom('"', '\\', '\\\\', '[', '{', ']', 'a', '\n', '限'), { maxLength: 8 })
  .map((pieces) => pieces.join(''))
const { json } = fc.letrec((tie) => ({
  json: fc.oneof({ maxDepth: 5 }, text, fc.integer(), tie('list'), tie('object')),
  list: fc.array(tie('json'), { maxLength: 3 }),
  object: fc.dictionary(text, tie('json'), { maxKeys: 3 }),
}))

describe('the depth of a JSON text', () => {
  it('is that of its value, whatever its strings hold', () => {
    fc.assert(
      fc.property(json, (piece) => {
        const value = [piece]
        const depth = depthOf(value)
        expect(isDeeperThan(JSON.stringify(value), depth)).toBe(false)
        expect(isDeeperThan(JSON.stringify(value), depth - 1)).toBe(true)
      }),
    )
  })

  it('is told of a text that was cut off in a string', () => {
    for (const cut of ['["a', '["a\\', '["a\\"', '["\\\\', '[""', '["'])
      expect([isDeeperThan(cut, 1), isDeeperThan(cut, 0)], cut).toEqual([false, true])
  })
})
