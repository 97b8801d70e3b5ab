import fc from 'fast-check'
import { expect, it } from 'vitest'
import { camelKeys } from '../../../shared/parse/json/camel-keys.ts'
import {
  isPlainStepBegin,
  plainStatusUpdate,
  statusUpdateSchema,
  stepBeginSchema,
} from '../../../shared/parse/log/wire/wire-cli.schema.ts'
import { findUnknownFields } from '../../../shared/parse/json/unknown-fields.ts'

const leaf = fc.oneof(
  fc.constantFrom(null, 0, 3, 'm1'),
  fc.constantFrom(null, 0, -0, -1, 1.5, 1e300, '4', '', true, 'm1', 'sk-0123456789abcdef', 'chatcmpl-7'),
  fc.jsonValue({ maxDepth: 1 }),
)
const usage = fc.dictionary(fc.constantFrom('input_other', 'output', 'input_cache_read', 'more'), leaf)
const update = fc.oneof(
  leaf,
  fc.record(
    {
      token_usage: fc.oneof(usage, leaf),
      message_id: leaf,
      plan_mode: leaf,
    },
    { requiredKeys: [] },
  ),
  fc.record({ token_usage: usage, messageId: leaf, other: leaf }, { requiredKeys: ['token_usage'] }),
)

it('an answer that is read without the schema is what the schema reads, and nothing in it is unknown', () => {
  let plain = 0
  fc.assert(
    fc.property(update, (payload) => {
      const read = plainStatusUpdate(payload)
      if (read === null) return
      plain += 1
      const { tokenUsage = null, messageId } = statusUpdateSchema.parse(camelKeys(payload, 3))
      expect(read).toEqual({ tokenUsage, messageId })
      expect(findUnknownFields(statusUpdateSchema, payload, 'wire_log')).toEqual([])
    }),
    { numRuns: 3_000 },
  )
  expect(plain).toBeGreaterThan(100)
})

it.each([
  [{ n: 1 }, true],
  [{ n: 1, more: 2 }, false],
  [{ m: 1 }, false],
  [{}, false],
  [null, false],
])('a step that begins with %j is plain: %s', (payload, isPlain) => {
  expect(isPlainStepBegin(payload)).toBe(isPlain)
  if (isPlain) expect(findUnknownFields(stepBeginSchema, payload, 'wire_log')).toEqual([])
})
