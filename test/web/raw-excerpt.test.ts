import { expect, it } from 'vitest'
import { rawExcerpt } from '../../web/evidence-panel/raw-excerpt.ts'

const BODY = JSON.stringify({ requests: [{ id: 1 }, { id: 2 }] })

it.each([
  ['a line with its neighbours', 'a\nb\nc\nd\ne\nf', 'line 2', '1  a\n2  b\n3  c\n4  d'],
  ['a place in a body', BODY, '$.requests[1]', '{\n  "id": 2\n}'],
  ['a place that is not there', BODY, '$.other[1].x', BODY],
  ['a body that is no JSON', 'plain', '$.requests[0]', 'plain'],
  ['a place of another kind', 'plain', 'body', 'plain'],
])('the raw text of %s', (_, body, at, shown) => {
  expect(rawExcerpt(body, at)).toBe(shown)
})

it('is cut where it is long', () => {
  expect(rawExcerpt('x'.repeat(10_000), 'body')).toHaveLength(4_000)
})
