import { expect, it } from 'vitest'
import { beginGap, endGap } from '../../shared/recorder/gaps.ts'
import { at } from '../time/given.ts'

const TEN = at('2026-06-02T10:00:00Z')
const NOON = at('2026-06-02T12:00:00Z')

it('a gap lasts until reading goes on', () => {
  const open = beginGap([], 'www.kimi.com', TEN, 'no_answer')
  expect(open).toMatchObject([{ from: TEN, to: null, joined: null }])
  expect(endGap(open, 'www.kimi.com', NOON, false)).toMatchObject([{ from: TEN, to: NOON, joined: false }])
})

it('keeps its beginning when there is another reason meanwhile', () => {
  const twice = beginGap(beginGap([], 'www.kimi.com', TEN, 'hidden'), 'www.kimi.com', NOON, 'browser_closed')
  expect(twice).toMatchObject([{ from: TEN, reason: 'browser_closed' }])
})

it('is of one site', () => {
  const open = beginGap([], 'www.kimi.com', TEN, 'hidden')
  expect(endGap(open, 'www.kimi.ai', NOON, true)).toBe(open)
})

it('the oldest of very many go first', () => {
  let gaps = beginGap([], 'www.kimi.com', TEN, 'hidden')
  for (let n = 0; n < 250; n += 1)
    gaps = beginGap(endGap(gaps, 'www.kimi.com', NOON, true), 'www.kimi.com', NOON, 'held_up')
  expect(gaps).toHaveLength(200)
  expect(gaps.at(-1)).toMatchObject({ reason: 'held_up', to: null })
})
