import { expect, it } from 'vitest'
import { readSearch } from '../../web/data/questions/rows/search-terms.ts'

const DAY = { year: null, month: 3, date: 2 }
const clock = (hour: number, minute: number, length = 60) => ({
  from: hour * 3600 + minute * 60,
  to: hour * 3600 + minute * 60 + length,
})

it.each([
  ['', { words: [], day: null, clock: null }],
  ['kimi cli', { words: ['kimi', 'cli'], day: null, clock: null }],
  ['17:22', { words: [], day: null, clock: clock(17, 22) }],
  ['9:05', { words: [], day: null, clock: clock(9, 5) }],
  ['17:22:00', { words: [], day: null, clock: clock(17, 22, 1) }],
  ['2 Mar 17:22', { words: [], day: DAY, clock: clock(17, 22) }],
  ['Mar 2, 17:22', { words: [], day: DAY, clock: clock(17, 22) }],
  ['2026-03-02T17:22', { words: [], day: { ...DAY, year: 2026 }, clock: clock(17, 22) }],
  ['2026/3/2 17:22 failed', { words: ['failed'], day: { ...DAY, year: 2026 }, clock: clock(17, 22) }],
  ['2026年3月2日', { words: [], day: { ...DAY, year: 2026 }, clock: null }],
  ['bef2fd2b-85dc-4958', { words: ['bef2fd2b-85dc-4958'], day: null, clock: null }],
  ['2026-03-0200', { words: ['2026-03-0200'], day: null, clock: null }],
  ['24:00', { words: ['24:00'], day: null, clock: null }],
  ['12 marks', { words: ['12', 'marks'], day: null, clock: null }],
  ['kimi:10:30', { words: ['kimi:10:30'], day: null, clock: null }],
])('%j', (typed, terms) => {
  expect(readSearch(typed)).toEqual(terms)
})
