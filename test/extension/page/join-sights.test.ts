import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { joinSights } from '../../../extension/page/join-sights.ts'
import { createSights } from '../../../extension/page/sights.ts'
import type { ReadList } from '../../../extension/page/read-page.ts'
import { KNOWN_LISTS } from '../../../extension/page/known-layout.ts'
import { later } from '../../../shared/time/instant.ts'
import { at } from '../../time/given.ts'

const id = (n: number) =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}\t2026-03-02 17:${String(59 - n).padStart(2, '0')}:00`
const ids = (...numbers: readonly number[]) => numbers.map(id)

describe('joinSights', () => {
  it.each<[string[], string[], string[] | null]>([
    [ids(1, 2, 3, 4), ids(3, 4, 5), ids(1, 2, 3, 4, 5)],
    [ids(3, 4), ids(1, 2, 3), ids(1, 2, 3, 4)],
    [ids(1, 2, 3), ids(2), ids(1, 2, 3)],
    [ids(2), ids(1, 2, 3), ids(1, 2, 3)],
    [ids(1, 2), ids(4, 5), null],
    [['a', 'b', 'c'], ['b', 'c', 'd'], null], // two rows alike may be chance
    [
      ['a', 'b', 'c', 'd'],
      ['b', 'c', 'd', 'e'],
      ['a', 'b', 'c', 'd', 'e'],
    ],
    [['a', 'a', 'a'], ['a', 'a', 'a', 'b'], null], // rows that are all alike prove nothing
  ])('%j and %j', (known, seen, joined) => {
    expect(joinSights(known, seen)).toEqual(joined)
  })

  it('puts any two overlapping pieces of a list together again', () => {
    const piece = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40))
    fc.assert(
      fc.property(piece, (cuts) => {
        const [a = 0, b = 0, c = 0, d = 0] = cuts.toSorted((x, y) => x - y)
        const whole = Array.from({ length: 41 }, (_, n) => id(n))
        const joined = joinSights(whole.slice(a, c + 1), whole.slice(b, d + 1))
        expect(joined).toEqual(whole.slice(a, d + 1))
      }),
    )
  })
})

describe('what a list shows one piece after another', () => {
  const start = at('2026-03-02T17:00:00Z')
  const [history] = KNOWN_LISTS
  const read = (lines: readonly string[], atTop = true): ReadList => {
    if (!history) throw new Error('no history')
    return { list: history, state: 'rows', missing: null, lines, heads: null, found: null, atTop }
  }

  it('scrolled: one list, from the moment its first row was seen', () => {
    const put = createSights()
    expect(put(read(ids(1, 2, 3)), start)).toEqual({ lines: ids(1, 2, 3), at: start })
    expect(put(read(ids(2, 3, 4), false), later(start, 60_000))).toEqual({
      lines: ids(1, 2, 3, 4),
      at: start,
    })
  })

  it('the same again is nothing new', () => {
    const put = createSights()
    put(read(ids(1, 2)), start)
    expect(put(read(ids(1, 2)), later(start, 60_000))).toBeNull()
  })

  it('new rows on top: seen as of now', () => {
    const put = createSights()
    put(read(ids(3, 4, 5)), start)
    const now = later(start, 60_000)
    expect(put(read(ids(1, 2, 3, 4, 5)), now)).toEqual({ lines: ids(1, 2, 3, 4, 5), at: now })
  })

  it('a later page says nothing of what is newer', () => {
    const put = createSights()
    put(read(ids(1, 2, 3)), start)
    expect(put(read(ids(7, 8, 9)), later(start, 1_000))).toEqual({ lines: ids(7, 8, 9), at: null })
    // and back on the first page there is nothing new
    expect(put(read(ids(1, 2, 3)), later(start, 2_000))).toBeNull()
  })

  it('seen in the middle first: says nothing of what is newer', () => {
    expect(createSights()(read(ids(7, 8, 9), false), start)).toEqual({ lines: ids(7, 8, 9), at: null })
  })

  it('a list of which no row is known any more is a new one, if all of it is newer', () => {
    const put = createSights()
    put(read(ids(7, 8, 9)), start)
    const now = later(start, 60_000)
    expect(put(read(ids(1, 2, 3)), now)).toEqual({ lines: ids(1, 2, 3), at: now })
  })
})
