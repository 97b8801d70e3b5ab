import { expect, it } from 'vitest'
import { stretchAround, type Stretch } from '../../../web/data/questions/incidents/list-stretch.ts'

it.each<[string, number, Stretch | null, Stretch]>([
  ['the first page where none is looked at', -1, null, { offset: 0, count: 50 }],
  ['the page of the one that is', 49, null, { offset: 0, count: 50 }],
  ['the next page from its first on', 50, null, { offset: 50, count: 50 }],
  ['a page far down', 24_999, null, { offset: 24_950, count: 50 }],
  ['what was asked for', -1, { offset: 10, count: 5 }, { offset: 10, count: 5 }],
  ['what was asked for, with its first', 10, { offset: 10, count: 5 }, { offset: 10, count: 5 }],
  ['what was asked for, with its last', 14, { offset: 10, count: 5 }, { offset: 10, count: 5 }],
  ['the page of one just after what was asked for', 15, { offset: 10, count: 5 }, { offset: 0, count: 50 }],
  ['the page of one before what was asked for', 9, { offset: 50, count: 50 }, { offset: 0, count: 50 }],
])('a list shows %s', (_, current, asked, expected) => {
  expect(stretchAround(current, asked)).toEqual(expected)
})
