import { expect, it } from 'vitest'
import { labelOfPath } from '../../../shared/parse/stream/entry-label.ts'

it.each([
  ['session_00000000-0000-4000-8000-000000000001/logs/kimi-code.log', 'logs/kimi-code.log'],
  ['kimi-debug-session_00000000-0000-4000-8000-000000000001.zip', 'kimi-debug-session_[id].zip'],
  ['wd_a1b2c3d4e5f6.log', 'wd_[id].log'],
  ['abcdefabcdef1.log', '[id].log'],
  ['abcdefabcdef.log', 'abcdefabcdef.log'], // a word, as far as anybody knows
  ['a1b2c3d4e5f.log', 'a1b2c3d4e5f.log'],
])('%s is called %s', (path, label) => {
  expect(labelOfPath(path)).toBe(label)
})

/* It took a minute for each: time that grows with the square of a name makes this test a long one. */
it.each(['a', 'a1', '/', 'a/', '_', '-a'])('a name that is long gives a short label: of %s', (piece) => {
  expect(labelOfPath(piece.repeat(200_000)).length).toBeLessThanOrEqual(120)
})
